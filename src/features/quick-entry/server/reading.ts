import { nameInQuickEntry } from '#features/conversations/domain/index.ts';
import { timeZoneOf } from '#features/people/domain/index.ts';
import { findAnyone, readCustomerOf, type Found } from '#features/people/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fold } from '#kit/domain/fold.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { baseForms, readEntry, type EntryRead } from '../domain/index.ts';

export type LineAsked = {
  readonly line: string;
  /** Known already: whose page it is, or who was chosen. */
  readonly customer?: string | undefined;
  readonly asker: string;
};

/** Moments are as the clocks of the time zone show them: whether they do is seen when the promise is given. */
export type LineRead = EntryRead & {
  readonly named: string | null;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly candidates: readonly Found[];
  readonly timeZone: string;
};

const mostCandidates = 6;
/** Who is found only by these was not named. */
const besidesNames = new Set(['note', 'tag', 'email', 'phone']);

/**
 * What a line seems to say, and with whom: moments are read in the customer's time zone where it is known, otherwise in the workspace's. Refuses
 * `customer.not_found` for a customer that is given.
 */
export async function readLine(tx: Tx, now: Temporal.Instant, { line, customer, asker }: LineAsked): Promise<LineRead> {
  const named = nameInQuickEntry(line);
  const candidates = customer === undefined && named !== undefined ? await findNamed(tx, named, asker) : [];
  const chosen = customer ?? onlyOne(candidates, named ?? '');
  const known = chosen === undefined ? undefined : await readCustomerOf(tx, chosen);
  const timeZone = (known && timeZoneOf(known)) ?? (await readWorkspace(tx)).timeZone;
  const names = known
    ? [known.name, known.latinName, known.given, known.family, known.nickname, named].filter((one) => one !== null && one !== undefined)
    : [];
  const read = readEntry(line, now.toZonedDateTimeISO(timeZone).toPlainDateTime(), names);
  return {
    ...read,
    named: named ?? null,
    customer: known ? { id: known.id, name: known.name } : null,
    candidates,
    timeZone,
  };
}

/** Under the name as it was written, or else under what it may be by itself. */
async function findNamed(tx: Tx, named: string, asker: string): Promise<readonly Found[]> {
  let similar: readonly Found[] = [];
  for (const text of baseForms(named).slice(0, 8)) {
    const found = await findAnyone(tx, { text, asker, limit: mostCandidates });
    const byName = found.filter(({ why }) => !(why && besidesNames.has(why.by)));
    const bearers = byName.filter(({ why }) => why?.by !== 'similar');
    if (bearers.length > 0) return bearers;
    if (similar.length === 0) similar = byName;
  }
  return similar;
}

/** The only one, or the only one who is called just so; a name that is merely similar is for a person to judge. */
function onlyOne(candidates: readonly Found[], named: string): string | undefined {
  const [first] = candidates;
  if (first && candidates.length === 1) return first.why?.by === 'similar' ? undefined : first.id;
  const forms = new Set(baseForms(named).map(fold));
  const exact = candidates.filter(({ name, latinName }) => [name, latinName].some((one) => one !== null && forms.has(fold(one))));
  return exact.length === 1 ? exact[0]?.id : undefined;
}
