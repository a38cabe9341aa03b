import { setTimeout as delay } from 'node:timers/promises';
import type { Rig } from './rig.ts';
import type { Work } from './work.ts';

/** What is wrong with what the servers left: whatever they acknowledged that is not there, and whatever is there more than once. */
export async function findWrongs(rig: Rig, done: Work): Promise<string[]> {
  return [
    ...(await onceEach(
      rig,
      'customer',
      'select name from customer',
      done.customers.map(({ name }) => name),
      /^Fault /,
    )),
    ...(await onceEach(rig, 'touchpoint', 'select summary as name from touchpoint', done.touchpoints, /^Talk /)),
    ...(await onceEach(rig, 'promise', 'select what as name from promise', done.promises, /^Word /)),
    ...(await onceEach(rig, 'invitation', 'select email as name from invitation where ended_at is null', done.invited, /^guest/)),
    ...(await saidOnce(rig)),
    ...(await importsWhole(rig, done)),
    ...(await summariesWhole(rig)),
  ];
}

async function onceEach(rig: Rig, what: string, sql: string, expected: readonly string[], ours: RegExp): Promise<string[]> {
  const found = (await rig.look<{ name: string }>(sql)).map(({ name }) => name).filter((name) => ours.test(name));
  const counts = Map.groupBy(found, (name) => name);
  const lost = expected.filter((name) => !counts.has(name)).map((name) => `${what} “${name}” was acknowledged and is not there`);
  const doubled = [...counts].filter(([, all]) => all.length > 1).map(([name, all]) => `${what} “${name}” is there ${all.length} times`);
  return [...lost, ...doubled];
}

async function saidOnce(rig: Rig): Promise<string[]> {
  const rows = await rig.look<{ kind: string; subject: string; count: number }>(
    `select kind, coalesce(subject_id, customer_id)::text as subject, count(*)::integer as count from event
     where kind in ('customer.made', 'promise.given', 'touchpoint.logged', 'reminder.made') group by 1, 2 having count(*) > 1`,
  );
  return rows.map(({ kind, subject, count }) => `${kind} of ${subject} was told ${count} times`);
}

async function importsWhole(rig: Rig, { imports }: Work): Promise<string[]> {
  const wrongs: string[] = [];
  for (const { prefix, lines } of imports) {
    const [found] = await rig.look<{ count: number }>('select count(*)::integer as count from purchase where number like $1', [
      `${prefix}%`,
    ]);
    if (found?.count !== lines) wrongs.push(`import ${prefix}: ${found?.count ?? 0} of ${lines} purchases are there`);
  }
  return wrongs;
}

async function summariesWhole(rig: Rig): Promise<string[]> {
  const rows = await rig.look<{ name: string }>(
    `select c.name from customer c where not exists (select from customer_summary s where s.customer_id = c.id and s.as_of_on = 'infinity') and not c.contact_only`,
  );
  return rows.map(({ name }) => `customer “${name}” stands on no list`);
}

/** Waits until imports have ended and, where that is asked for, every letter was sent or given up. */
export async function untilDone(rig: Rig, seconds: number, withLetters: boolean): Promise<void> {
  const patience = Date.now() + seconds * 1000;
  for (;;) {
    const [open] = await rig.look<{ imports: number; letters: number }>(
      `select (select count(*)::integer from purchase_import where started_at is not null and finished_at is null) as imports,
         (select count(*)::integer from letter where sent_at is null and failed_at is null) as letters`,
    );
    if (open?.imports === 0 && (!withLetters || open.letters === 0)) return;
    if (Date.now() > patience)
      throw new Error(`after ${seconds} s ${open?.imports ?? '?'} imports and ${open?.letters ?? '?'} letters still wait`);
    await delay(500);
  }
}

/** Of every promise that has come due its owner was reminded, once; and nobody got a letter twice. */
export async function findWrongsOfTelling(rig: Rig, { invited }: Work): Promise<string[]> {
  const unreminded = await rig.look<{ what: string; count: number }>(
    `select p.what, (select count(*)::integer from reminder r where r.promise_id = p.id and r.kind = 'promise_due') as count from promise p
     where p.what like 'Word %'`,
  );
  const letters = await rig.look<{ to: string; failure: string | null }>('select to_address as "to", failure from letter');
  const failures = new Map(letters.map(({ to, failure }) => [to, failure]));
  const wrongs = unreminded.filter(({ count }) => count !== 1).map(({ what, count }) => `of “${what}” was reminded ${count} times`);
  for (const address of invited) {
    const times = rig.mail.taken.filter((letter) => letter.includes(`<${address}>`) || letter.includes(`To: ${address}`)).length;
    if (times > 1) wrongs.push(`${address} got the letter ${times} times`);
    // A letter whose conversation was cut nobody sends twice; that it may not have arrived is on the owner's page.
    if (times === 0 && (failures.get(address) ?? null) === null) wrongs.push(`${address} got no letter, and nothing says so`);
  }
  return wrongs;
}
