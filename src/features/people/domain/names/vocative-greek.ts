/**
 * The Greek vocative of one word of a man's name: Γιώργο, Αλέξανδρε, Παπαδόπουλε, Αντώνη, Παππά. Women's names have none of their own, and
 * no name that ends otherwise changes; so it is safe for whoever a given name belongs to. Of a name in capitals, which carries no accent,
 * only what needs none to be told. After Triantafyllidis, Modern Greek Grammar: names in -ος have -ο where the accent is on the last
 * syllable but one, otherwise -ε.
 */
export function greekVocative(word: string): string {
  const lower = word.toLowerCase().replace(/ς$/u, 'σ');
  const ending = isShouted(word) ? 'Σ' : 'ς';
  if (!word.endsWith(ending) || foreign.has(plain(lower))) return word;
  const stem = word.slice(0, -1);
  if (/([ηήαά]|ο[υύ])σ$/u.test(lower)) return stem;
  if (!/[οό]σ$/u.test(lower)) return word;
  const vowel = endingOfOs(lower, isShouted(word));
  return vowel === undefined ? word : stem.slice(0, -1) + (isShouted(word) ? vowel.toUpperCase() : vowel);
}

function endingOfOs(lower: string, hasNoAccent: boolean): string | undefined {
  if (lower.endsWith('όσ')) return 'έ';
  if (inO.has(plain(lower))) return 'ο';
  const syllables = lower.match(nucleus) ?? [];
  // Κωνσταντίνος, Ματθαίος and their like are learned words, whatever their accent; Παπαδόπουλος has it on the last but two.
  if (/[ιί]νοσ$/u.test(lower) && syllables.length > 3) return 'ε';
  if (/(αίοσ|[οό]πουλοσ)$/u.test(lower)) return 'ε';
  if (hasNoAccent) return syllables.length === 2 ? 'ο' : undefined;
  const accented = syllables.findIndex((syllable) => /[άέήίόύώΐΰ]/u.test(syllable));
  return accented === syllables.length - 2 ? 'ο' : 'ε';
}

function isShouted(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

// Two vowels that sound as one are one syllable: αι, ει, οι, ου, υι, αυ, ευ, with the accent on the second.
const nucleus = /αι|αί|ει|εί|οι|οί|ου|ού|υι|υί|αυ|αύ|ευ|εύ|[αάεέηήιίϊΐοόυύϋΰωώ]/gu;

// Said in one syllable less than it is written; and names of other languages that only look like Greek ones.
const inO: ReadonlySet<string> = new Set(['στελιοσ']);
const foreign: ReadonlySet<string> = new Set(['τομασ', 'ντουγκλασ']);
