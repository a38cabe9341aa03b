import { stakeOf, type Reason, type ReasonsAsked, type ReasonsFound } from '#features/people/domain/index.ts';
import { listKeySince } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { keyCustomerUnheard } from '../domain/index.ts';
import { listLastContacts } from './summary-store.ts';

/** Why some of these customers should hear from us, as far as conversations tell. */
export async function reasonsToAct(tx: Tx, { day, asOfOn, customers, worth }: ReasonsAsked): Promise<ReasonsFound> {
  const found = new Map<string, Reason[]>();
  const keys = await listKeySince(tx, asOfOn, customers);
  if (keys.length === 0) return found;
  const { keyContactDays, timeZone } = await readWorkspace(tx);
  const ids = keys.map((key) => key.id);
  const contacts = new Map((await listLastContacts(tx, asOfOn, ids)).map(({ customer, at }) => [customer, at]));
  for (const { id, since } of keys) {
    const lastContactOn = contacts.get(id)?.toZonedDateTimeISO(timeZone).toPlainDate() ?? null;
    const reason = keyCustomerUnheard({ keySince: since, lastContactOn, day, limit: keyContactDays, stake: stakeOf(worth, id) });
    if (reason) found.set(id, [reason]);
  }
  return found;
}
