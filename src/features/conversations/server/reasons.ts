import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { listKeySince } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { keyCustomerUnheard, nobodyListened, pulseFell } from '../domain/index.ts';
import { listLastPulses, listTalkShares } from './how-it-went-store.ts';
import { listLastContacts } from './summary-store.ts';

type Found = readonly (readonly [customer: string, reason: Reason | undefined])[];

/** Why some of these customers should hear from us, as far as conversations tell. */
export async function reasonsToAct(tx: Tx, asked: ReasonsAsked): Promise<ReasonsFound> {
  const found = new Map<string, Reason[]>();
  for (const some of await Promise.all([unheardKeys(tx, asked), fallenPulses(tx, asked), talksWithoutListening(tx, asked)])) {
    for (const [customer, reason] of some) if (reason) found.set(customer, [...(found.get(customer) ?? []), reason]);
  }
  return found;
}

async function unheardKeys(tx: Tx, { day, asOfOn, customers, worth }: ReasonsAsked): Promise<Found> {
  const keys = await listKeySince(tx, asOfOn, customers);
  if (keys.length === 0) return [];
  const { keyContactDays, timeZone } = await readWorkspace(tx);
  const ids = keys.map((key) => key.id);
  const contacts = new Map((await listLastContacts(tx, asOfOn, ids)).map(({ customer, at }) => [customer, at]));
  return keys.map(({ id, since }) => {
    const lastContactOn = contacts.get(id)?.toZonedDateTimeISO(timeZone).toPlainDate() ?? null;
    return [id, keyCustomerUnheard({ keySince: since, lastContactOn, day, limit: keyContactDays, stake: stakeOf(worth, id) })];
  });
}

async function fallenPulses(tx: Tx, { day, asOfOn, customers, worth }: ReasonsAsked): Promise<Found> {
  const { timeZone } = await readWorkspace(tx);
  const span = { since: endOfDay(day.subtract({ days: 366 }), timeZone), before: endOfDay(day, timeZone) };
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const pulses = await listLastPulses(tx, { asOfOn, customers, ...span });
  return pulses.map(({ customer, contactAt, readings }) => {
    const read = readings.map(({ pulse, at }) => ({ pulse, on: dayOf(at) }));
    const contactOn = contactAt && dayOf(contactAt);
    return [customer, pulseFell({ readings: read, contactOn, day, stake: stakeOf(worth, customer) })];
  });
}

async function talksWithoutListening(tx: Tx, { day, customers, worth }: ReasonsAsked): Promise<Found> {
  const { timeZone, listeningPercent: standard } = await readWorkspace(tx);
  const span = { since: endOfDay(day.subtract({ days: 91 }), timeZone), before: endOfDay(day, timeZone) };
  const shares = await listTalkShares(tx, { customers, under: standard, ...span });
  return shares.map(({ customer, percents, moments }) => {
    const talks = percents.flatMap((percent, index) => {
      const on = moments[index]?.toZonedDateTimeISO(timeZone).toPlainDate();
      return on ? [{ percent, on }] : [];
    });
    return [customer, nobodyListened({ talks, day, standard, stake: stakeOf(worth, customer) })];
  });
}
