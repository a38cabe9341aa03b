export type Gender = 'female' | 'male';

/** What stands before a name: a courtesy, which tells a gender but for the Greek κ. that stands for both, or a degree. */
export type Title =
  | { readonly kind: 'courtesy'; readonly gender: Gender | undefined }
  | { readonly kind: 'degree'; readonly written: string };

/** What a prefix says, word by word: `Dr`, `κ.`, `проф. д-р`, `جناب آقای دکتر`. Words that it does not know say nothing. */
export function readTitles(prefix: string | null | undefined): readonly Title[] {
  return (prefix ?? '').split(/\s+/).flatMap((word) => titleOf(word) ?? []);
}

/** Takes the titles off the beginning of a whole name. */
export function takeTitles(whole: string): { readonly prefix: string | null; readonly rest: string } {
  const words = whole.split(' ');
  const known = words.findIndex((word) => titleOf(word) === undefined);
  if (known <= 0) return { prefix: null, rest: whole };
  return { prefix: words.slice(0, known).join(' '), rest: words.slice(known).join(' ') };
}

function titleOf(word: string): Title | undefined {
  // Abbreviations end with a dot or do not; one letter with a dot is an initial if it is a capital.
  const bare = word
    .toLowerCase()
    .replaceAll(/[.․՝,]/g, '')
    .replaceAll('ي', 'ی');
  if (bare.length === 1) return singleLetters[word];
  if (courtesiesFor.male.has(bare)) return { kind: 'courtesy', gender: 'male' };
  if (courtesiesFor.female.has(bare)) return { kind: 'courtesy', gender: 'female' };
  return degrees.has(bare) ? { kind: 'degree', written: word } : undefined;
}

const singleLetters: Readonly<Record<string, Title>> = {
  'κ.': { kind: 'courtesy', gender: undefined },
  'г.': { kind: 'courtesy', gender: 'male' },
  'g.': { kind: 'courtesy', gender: 'male' },
};

const wordsIn = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

const courtesiesFor: Readonly<Record<Gender, ReadonlySet<string>>> = {
  male: wordsIn(
    'mr mister sir κος κύριος κύριε г-н господин господине гн г-дин гдин gospodin gospodine gdin g-din',
    'جناب آقا آقای պարոն պրն herr monsieur signor señor',
  ),
  female: wordsIn(
    'mrs ms miss madam κα κυρία δις δίς δνις δεσποινίς г-жа госпожа госпожо г-ца госпожица гђа гђица госпођа госпођо госпођица г-ђа г-ђица',
    'gđa gđica gospođa gospođo gospođica g-đa g-đica سرکار خانم بانو տիկին տկն օրիորդ օրդ frau madame mme mlle signora señora',
  ),
};

// Only those that people keep when they address somebody.
const degrees = wordsIn(
  'dr prof professor δρ καθ д-р др проф професор профессор доц доцент дипл инж doc dipl ing inž',
  'دکتر مهندس پروفسور استاد դոկտոր դ-ր պրոֆ պրոֆեսոր',
);
