import type { Tx } from '#kit/server/db/index.ts';
import {
  bearsOneOfEach,
  bearsWhole,
  emailOf,
  expressionsOf,
  hasDigits,
  hasEmail,
  queryOf,
  readDigits,
  readTyped,
  type How,
  type TypedWord,
} from '../names/typed.ts';
import { meantBy, type Meant } from '../names/typos.ts';
import { rank, ways, type Candidate, type Ranked, type Wanted } from './rank.ts';
import { knownWords, meet, search } from './store.ts';
import { tellWhy, type Found } from './why.ts';

export type Asked = {
  readonly text: string;
  /** The colleague who asks: their own customers come first among equals. */
  readonly asker?: string | undefined;
  readonly kind?: 'person' | 'organization' | undefined;
  readonly limit: number;
};

/** So many of those who fit are weighed against each other; who types another letter weighs others. */
const weighed = 100;

/**
 * Whom somebody may mean, while they are typing: by any name in any script and spelling, the organization where they have a role, a part of an
 * e-mail address or of a telephone number, a tag, the note; and where nobody is called so, by a name one letter off. The best first, each with
 * the reason where the name does not show it. Nothing typed finds nobody.
 */
export async function findAnyone(tx: Tx, asked: Asked): Promise<readonly Found[]> {
  const words = readTyped(asked.text);
  if (words.length === 0) return [];
  const wanted = words.map((word) => ({ word }));
  const number = readDigits(asked.text);
  const email = emailOf(asked.text);
  const found = new Map<string, Ranked<Candidate>>();
  const add = (candidates: readonly Candidate[], by: readonly Wanted[] = wanted, part: { digits?: string; email?: string } = {}) => {
    const fitting = asked.kind === undefined ? candidates : candidates.filter(({ kind }) => kind === asked.kind);
    for (const one of rank(fitting, by, { ...part, asker: asked.asker }))
      if (!found.has(one.candidate.id)) found.set(one.candidate.id, one);
  };
  const isEnough = () => found.size >= asked.limit;

  add(await byNames(tx, words, asked));
  for (const digits of number?.parts ?? []) {
    if (number === undefined || isEnough()) break;
    const others = number.others.map((word) => ({ word }));
    add(await search(tx, hasDigits(digits, number.others), weighed), others, { digits });
  }
  if (email !== undefined && !isEnough()) add(await search(tx, hasEmail(email), weighed), [], { email });
  // Word by word an address would be looked for among all who have their mail in the same place.
  if (!isEnough() && !/[@.]/.test(email ?? '')) add(await searchWords(tx, words, 'anything'));
  if (![...found.values()].some(isByName)) {
    const meant = await meantByAll(tx, words);
    if (meant) add(await search(tx, bearsOneOfEach(meant.map(whatFits)), weighed), meant);
  }
  const inOrder = [...found.values()].toSorted((a, b) => worst(a) - worst(b)).slice(0, asked.limit);
  return await tellWhy(tx, inOrder, wanted, { digits: number?.parts ?? [], email });
}

/** Names, and the number that a customer has. Of more than can be weighed, those who bear exactly these names and those who matter most must be among them. */
async function byNames(tx: Tx, words: readonly TypedWord[], asked: Asked): Promise<Candidate[]> {
  const found = await searchWords(tx, words, 'names');
  if (found.length < weighed) return found;
  const [whole, met] = await Promise.all([search(tx, bearsWhole(words), weighed), meet(tx, expressionsOf(words), asked.asker)]);
  return [...whole, ...met, ...found];
}

/**
 * Whom all the words fit. Of several the earlier ones are meant as they stand, unless nobody fits them so. A word of one or two letters fits so many
 * that beside longer ones it is quicker to look at those found.
 */
async function searchWords(tx: Tx, words: readonly TypedWord[], of: How['of']): Promise<Candidate[]> {
  const telling = words.filter(({ latin }) => latin.length > 2);
  const used = telling.length > 0 ? telling : words;
  const most = used.length < words.length ? 3 * weighed : weighed;
  const found = used.length > 1 ? await search(tx, queryOf(used, { of, earlier: 'whole' }), most) : [];
  return found.length > 0 ? found : await search(tx, queryOf(used, { of, earlier: 'beginnings' }), most);
}

/** Words that begin no name we know are taken for slips; where each of several does begin one, any of them may be. */
async function meantByAll(tx: Tx, words: readonly TypedWord[]): Promise<readonly Wanted[] | undefined> {
  const known =
    words.length === 1
      ? []
      : await knownWords(
          tx,
          words.flatMap((word) => word.beginnings),
        );
  const strange = words.filter(({ beginnings }) => !known.some((name) => beginnings.some((beginning) => name.startsWith(beginning))));
  const wanted: Wanted[] = [];
  for (const word of words) {
    if (strange.length > 0 && !strange.includes(word)) {
      wanted.push({ word });
      continue;
    }
    const meant = await knownAmong(tx, meantBy(word.latin));
    if (strange.includes(word) && meant.whole.length + meant.beginnings.length === 0) return undefined;
    wanted.push({ word, meant });
  }
  return wanted;
}

async function knownAmong(tx: Tx, { whole, beginnings }: Meant): Promise<Meant> {
  if (whole.length === 0) return { whole: [], beginnings: [] };
  const isBeginning = new Set(beginnings);
  const known = await knownWords(
    tx,
    beginnings,
    whole.filter((word) => !isBeginning.has(word)),
  );
  const isWhole = new Set(whole);
  return { whole: known.filter((word) => isWhole.has(word)), beginnings: known.filter((word) => !isWhole.has(word)).slice(0, 60) };
}

function whatFits({ word, meant }: Wanted): { whole: readonly string[]; beginnings: readonly string[] } {
  return { whole: [...(meant?.whole ?? []), ...(meant?.beginnings ?? [])], beginnings: [...word.beginnings, ...word.consonants] };
}

function isByName(one: Ranked<Candidate>): boolean {
  return worst(one) <= ways.indexOf('sound');
}

function worst(one: Ranked<Candidate>): number {
  return Math.max(...one.ways.map((way) => ways.indexOf(way)));
}
