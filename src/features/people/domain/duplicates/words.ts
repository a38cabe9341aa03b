import { isWithinEdits } from './edits.ts';
import type { Word } from './likeness.ts';

/** How two words of names agree, from the most to the least telling. */
export type WordLikeness = 'same' | 'nickname' | 'similar' | 'initial' | 'different';

export type WordsCompared = {
  readonly how: WordLikeness;
  /** The spelling, or the consonants, in which they agree. */
  readonly shared: string;
  readonly isOtherScript: boolean;
};

const ranks: readonly WordLikeness[] = ['same', 'nickname', 'similar', 'initial', 'different'];
const nothing: WordsCompared = { how: 'different', shared: '', isOtherScript: false };

/** The closest agreement between any word of the one and any of the other. Undefined where either has none. */
export function compareWords(ones: readonly Word[], others: readonly Word[]): WordsCompared | undefined {
  if (ones.length === 0 || others.length === 0) return undefined;
  let best = nothing;
  for (const one of ones) {
    for (const other of others) {
      const compared = compareTwo(one, other);
      if (isCloser(compared, best)) best = compared;
      if (best.how === 'same') return best;
    }
  }
  return best;
}

export function isCloser(one: { how: WordLikeness } | undefined, other: { how: WordLikeness } | undefined): boolean {
  return rankOf(one) < rankOf(other);
}

function rankOf(compared: { how: WordLikeness } | undefined): number {
  return compared === undefined ? ranks.length : ranks.indexOf(compared.how);
}

function compareTwo(one: Word, other: Word): WordsCompared {
  const isOtherScript = one.script !== other.script;
  const spelled = common(one.spellings, other.spellings);
  if (spelled !== undefined) return { how: 'same', shared: spelled, isOtherScript };
  const isOneWithoutVowels = (one.script === 'arabic') !== (other.script === 'arabic');
  if (isOneWithoutVowels) {
    const sounded = common(one.consonants, other.consonants);
    if (sounded !== undefined)
      return sounded.length >= 2 ? { how: 'same', shared: `~${sounded}`, isOtherScript } : { how: 'similar', shared: '', isOtherScript };
  }
  if (one.groups.some((group) => other.groups.includes(group))) return { how: 'nickname', shared: '', isOtherScript };
  const [a = '', b = ''] = [one.spellings[0], other.spellings[0]];
  if (isInitialOf(a, b) || isInitialOf(b, a)) return { how: 'initial', shared: '', isOtherScript };
  if (isOneWithoutVowels) {
    const [x = '', y = ''] = [one.consonants[0], other.consonants[0]];
    return Math.min(x.length, y.length) >= 4 && isWithinEdits(x, y, 1) ? { how: 'similar', shared: '', isOtherScript } : nothing;
  }
  return isTypo(a, b) || soundsAlike(one, other, a, b) ? { how: 'similar', shared: '', isOtherScript } : nothing;
}

function common(ones: readonly string[], others: readonly string[]): string | undefined {
  return ones.find((one) => others.includes(one));
}

function isInitialOf(letter: string, word: string): boolean {
  return letter.length === 1 && word.length > 1 && word.startsWith(letter);
}

function isTypo(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  return shorter >= 4 && isWithinEdits(a, b, shorter >= 8 ? 2 : 1);
}

// Other vowels around the same consonants, as ears write them down: Stojanović and Stoyanovich, Mohamed and Mohammad.
function soundsAlike(one: Word, other: Word, a: string, b: string): boolean {
  const shared = common(one.consonants, other.consonants);
  return shared !== undefined && shared.length >= 3 && isWithinEdits(a, b, 3);
}
