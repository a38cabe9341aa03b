import type { Look, Told } from './rig.ts';
import type { Work } from './work.ts';

/** What is wrong at any moment: whatever was acknowledged and is not there as it was acknowledged, whatever is there more than once, and whatever is there in half. */
export async function findWrongs(look: Look, done: Work): Promise<string[]> {
  return [
    ...(await onceEach(
      look,
      'customer',
      'select name from customer',
      done.customers.map(({ name }) => name),
      /^Fault /,
    )),
    ...(await onceEach(look, 'touchpoint', 'select summary as name from touchpoint', done.touchpoints, /^Talk /)),
    ...(await onceEach(look, 'promise', 'select what as name from promise', done.promises, /^Word /)),
    ...(await onceEach(look, 'invitation', 'select email as name from invitation where ended_at is null', done.invited, /^guest/)),
    ...(await changesWhole(look, done)),
    ...(await saidOnce(look)),
    ...(await importsWhole(look, done)),
    ...(await summariesWhole(look)),
  ];
}

async function onceEach(look: Look, what: string, sql: string, expected: readonly string[], ours: RegExp): Promise<string[]> {
  const found = (await look<{ name: string }>(sql)).map(({ name }) => name).filter((name) => ours.test(name));
  const counts = Map.groupBy(found, (name) => name);
  const lost = expected.filter((name) => !counts.has(name)).map((name) => `${what} “${name}” was acknowledged and is not there`);
  const doubled = [...counts].filter(([, all]) => all.length > 1).map(([name, all]) => `${what} “${name}” is there ${all.length} times`);
  return [...lost, ...doubled];
}

async function changesWhole(look: Look, { customers }: Work): Promise<string[]> {
  const rows = await look<{ id: string; note: string | null; changes: number }>(
    `select c.id, c.note, (select count(*)::integer from event e where e.customer_id = c.id and e.kind = 'customer.changed') as changes
     from customer c where c.name like 'Fault %'`,
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return customers.flatMap(({ id, name, note, changes }) => {
    const there = found.get(id);
    if (!there) return [];
    return [
      ...((there.note ?? '') === note ? [] : [`of “${name}” “${note}” was noted, and “${there.note ?? ''}” stands there`]),
      ...(there.changes === changes ? [] : [`“${name}” was changed ${changes} times, and it was told ${there.changes} times`]),
    ];
  });
}

async function saidOnce(look: Look): Promise<string[]> {
  const rows = await look<{ kind: string; subject: string; count: number }>(
    `select kind, coalesce(subject_id, customer_id)::text as subject, count(*)::integer as count from event
     where kind in ('customer.made', 'promise.given', 'touchpoint.logged', 'reminder.made', 'purchases.imported') group by 1, 2 having count(*) > 1`,
  );
  return rows.map(({ kind, subject, count }) => `${kind} of ${subject} was told ${count} times`);
}

/** An import is there with everything it brought, or not at all while it is under way. */
async function importsWhole(look: Look, { imports }: Work): Promise<string[]> {
  const rows = await look<{ prefix: string; finished: boolean; count: number; total: number; lines: number }>(
    `select i.prefix, p.count::integer, p.total::integer, p.lines::integer,
       exists (select from purchase_import f where f.file_name = i.prefix || '.csv' and f.result is not null) as finished
     from unnest($1::text[]) as i (prefix) cross join lateral (
       select count(*) as count, coalesce(sum(total_minor), 0) as total, coalesce(sum(line_count), 0) as lines from purchase where number like i.prefix || '%') p`,
    [imports.map(({ prefix }) => prefix)],
  );
  const found = new Map(rows.map((row) => [row.prefix, row]));
  return imports.flatMap(({ prefix, lines, totalMinor }) => {
    const there = found.get(prefix);
    const isWhole = there?.count === lines && there.lines === lines && there.total === totalMinor;
    if (there?.finished ? isWhole : there?.count === 0 || isWhole) return [];
    return [`import ${prefix}: ${there?.count ?? 0} of ${lines} purchases are there, over ${there?.total ?? 0} of ${totalMinor}`];
  });
}

async function summariesWhole(look: Look): Promise<string[]> {
  const rows = await look<{ name: string }>(
    `select c.name from customer c where not exists (select from customer_summary s where s.customer_id = c.id and s.as_of_on = 'infinity') and not c.contact_only`,
  );
  return rows.map(({ name }) => `customer “${name}” stands on no list`);
}

/**
 * What is wrong once everything that waited had its time: every import has ended, of every promise that has come due its owner was reminded, once; nobody got a letter
 * twice, and none without a word of it; and the program outside knows of everybody.
 */
export async function findWrongsInTheEnd(look: Look, done: Work, told: Told): Promise<string[]> {
  return [
    ...(await importsEnded(look, done)),
    ...(await remindedOnce(look)),
    ...(await lettersOnce(look, done, told.letters)),
    ...done.customers.filter(({ id }) => !told.customers.includes(id)).map(({ name }) => `no program outside was told of “${name}”`),
  ];
}

async function importsEnded(look: Look, { imports }: Work): Promise<string[]> {
  const rows = await look<{ name: string }>('select file_name as name from purchase_import where result is not null');
  const ended = new Set(rows.map(({ name }) => name));
  return imports.filter(({ prefix }) => !ended.has(`${prefix}.csv`)).map(({ prefix }) => `import ${prefix} was begun and has not ended`);
}

async function remindedOnce(look: Look): Promise<string[]> {
  const rows = await look<{ what: string; count: number }>(
    `select p.what, (select count(*)::integer from reminder r where r.promise_id = p.id and r.kind = 'promise_due') as count from promise p
     where p.what like 'Word %'`,
  );
  return rows.filter(({ count }) => count !== 1).map(({ what, count }) => `of “${what}” was reminded ${count} times`);
}

async function lettersOnce(look: Look, { invited }: Work, taken: readonly string[]): Promise<string[]> {
  const letters = await look<{ to: string; failure: string | null }>('select to_address as "to", failure from letter');
  const failures = new Map(letters.map(({ to, failure }) => [to, failure]));
  return invited.flatMap((address) => {
    const times = taken.filter((letter) => letter.includes(`<${address}>`) || letter.includes(`To: ${address}`)).length;
    if (times > 1) return [`${address} got the letter ${times} times`];
    // A letter whose conversation was cut nobody sends twice; that it may not have arrived is on the owner's page.
    return times === 0 && (failures.get(address) ?? null) === null ? [`${address} got no letter, and nothing says so`] : [];
  });
}
