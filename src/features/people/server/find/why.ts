import type { Tx } from '#kit/server/db/index.ts';
import type { TypedWord } from '../names/typed.ts';
import type { Candidate, Ranked, Wanted, Way } from './rank.ts';
import { spotOfDigits, spotOfPart, spotsOf, type Spot } from './spots.ts';
import { detailsOf, type Details } from './store.ts';

/** By what somebody was found whose name does not show it. */
export type Why = {
  readonly by:
    | 'latin_name'
    | 'nickname'
    | 'other_names'
    | 'legal_name'
    | 'number'
    | 'organization'
    | 'former_organization'
    | 'email'
    | 'phone'
    | 'tag'
    | 'note'
    | 'similar';
  /** What was found, as it stands with the customer; of a note the part around it. Empty for a name that is only similar. */
  readonly text: string;
  readonly spots: readonly Spot[];
};

export type Found = {
  readonly id: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  readonly latinName: string | null;
  /** A person known only for a role at organizations. */
  readonly contactOnly: boolean;
  readonly isKey: boolean;
  readonly ownerId: string;
  /** Where in the name the letters stand that were typed. */
  readonly spots: readonly Spot[];
  readonly why: Why | null;
};

/** What was typed besides words. */
export type Part = { readonly digits: readonly string[]; readonly email: string | undefined };

/** Those found as they are answered, in the same order. */
export async function tellWhy(
  tx: Tx,
  found: readonly Ranked<Candidate>[],
  wanted: readonly Wanted[],
  part: Part,
): Promise<readonly Found[]> {
  const details = await detailsOf(
    tx,
    found.map((one) => one.candidate.id),
  );
  const words = wanted.map(({ word }) => word);
  return found.flatMap(({ candidate: { id, kind, name, isKey, ownerId }, ways }) => {
    const known = details.get(id);
    if (!known) return [];
    const { spots, missed } = spotsOf(name, words);
    const why = missed.length === 0 && !ways.includes('phone') ? null : whyOf(ways, missed, known, part);
    return [{ id, kind, name, latinName: known.latinName, contactOnly: known.contactOnly, isKey, ownerId, spots, why }];
  });
}

// The first of all that can be shown explains the most: names before what hangs on them, and a similar name only where nothing else does.
function whyOf(ways: readonly Way[], missed: readonly TypedWord[], known: Details, { digits, email }: Part): Why | null {
  return (
    (ways.includes('phone') ? inOne('phone', known.phones, (phone) => spotOfDigits(phone, digits)) : null) ??
    (email === undefined ? null : inOne('email', known.emails, (one) => spotOfPart(one, email))) ??
    shown('latin_name', [known.latinName], missed) ??
    shown('number', [known.externalId], missed) ??
    shown('nickname', [known.nickname], missed) ??
    shown('other_names', [known.otherNames], missed) ??
    shown('legal_name', [known.legalName], missed) ??
    organization(known.organizations, missed) ??
    shown('email', known.emails, missed) ??
    shown('tag', known.tags, missed) ??
    note(known.note, missed) ??
    (ways.some((way) => way === 'slip' || way === 'slip_beginning') ? { by: 'similar', text: '', spots: [] } : null)
  );
}

function shown(by: Why['by'], texts: readonly (string | null)[], missed: readonly TypedWord[]): Why | null {
  for (const text of texts) {
    const { spots } = text === null ? { spots: [] } : spotsOf(text, missed);
    if (text !== null && spots.length > 0) return { by, text, spots };
  }
  return null;
}

function organization(all: Details['organizations'], missed: readonly TypedWord[]): Why | null {
  for (const { name, untilOn } of all) {
    const why = shown(untilOn === null ? 'organization' : 'former_organization', [name], missed);
    if (why) return why;
  }
  return null;
}

function inOne(by: Why['by'], texts: readonly string[], spotIn: (text: string) => Spot | undefined): Why | null {
  for (const text of texts) {
    const spot = spotIn(text);
    if (spot) return { by, text, spots: [spot] };
  }
  return null;
}

const around = 40;

function note(text: string | null, missed: readonly TypedWord[]): Why | null {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  const { spots } = spotsOf(line, missed);
  const [first] = spots;
  if (!first) return null;
  const from = first[0] <= around ? 0 : line.lastIndexOf(' ', first[0] - around) + 1;
  const until = line.length <= from + 3 * around ? line.length : Math.max(first[1], line.lastIndexOf(' ', from + 3 * around));
  const before = from > 0 ? '… ' : '';
  return {
    by: 'note',
    text: `${before}${line.slice(from, until)}${until < line.length ? ' …' : ''}`,
    spots: spots.filter(([, end]) => end <= until).map(([start, end]): Spot => [start - from + before.length, end - from + before.length]),
  };
}
