import { inBothScripts } from '#kit/domain/serbian-scripts.ts';
import { hasBefore, set, type Voice } from './voice.ts';

const both = (words: string) => set(inBothScripts(words).replace('|', ' '));
const alone = both('ću ćemo cu cemo');
const theirs = both('će ćeš ćete ce');
const notCertain = both('ako kad kada ukoliko li da pita pitao pitala pitali čim');
const promised = both('obećao obećala obećali obecao obecala obecali');
const we = both('sam smo');
/** Nouns that end as the future does. */
const nouns = both('kuću sreću sveću vreću braću voću piću plaću pleću cveću proleću preduzeću neću nećemo hoću hoćemo pomoću noću veću');
/** Typed without diacritics, "ulicu" ends as "javicu" does: there only what businesses do is a verb. */
const withoutDiacritics =
  /^(?:posla|javi|zva|nazva|pozva|pita|prove[ri]+|provjeri|pripremi|done|dostavi|napisa|odgovori|potvrdi|rezervisa|naruci)c(?:u|emo)$/;

/** "Poslaću", "ja ću poslati", "javićemo se": the future is a word or an ending, in either script. "Da pošaljem do petka" is a note to oneself. */
export const serbian: Voice = ({ words, folded, hasMoment }) => {
  if (words.some((word) => theirs.has(word))) return undefined;
  const verb = words.findIndex((word, place) => alone.has(word) || isFuture(word, folded[place] ?? ''));
  if (verb >= 0) return hasBefore(words, verb, notCertain) ? undefined : 0;
  if (words.some((word) => promised.has(word)) && words.some((word) => we.has(word))) return 0;
  const isNote = hasMoment && (words[0] === 'da' || words[0] === 'да') && /(?:[aei]m|[aei]mo|[аеи]м|[аеи]мо)$/.test(words[1] ?? '');
  return isNote ? 0 : undefined;
};

function isFuture(word: string, folded: string): boolean {
  if (nouns.has(word) || /(?:ov|ev)icu$|(?:ов|ев)ићу$/.test(folded)) return false;
  return /[aeiu]ću$|ćemo$|[аеиу]ћу$|ћемо$/.test(word) || withoutDiacritics.test(word);
}
