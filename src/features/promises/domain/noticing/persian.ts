import { hasBefore, set, type Voice } from './voice.ts';

const notCertain = set('اگر اگه وقتی هروقت ایا پرسید پرسیدند شاید');
const thinking = set('فکر احساس گمان تصور خیال');
/** What one does without promising anything: wanting, knowing, being able, seeing. */
const states = /^می ?(?:خوا|دان|دون|توان|تون|بین|شناس|ترس|فهم)/;

/** "خواهم فرستاد", and "می‌فرستم" where it says by when, for that may also be what we always do. */
export const persian: Voice = ({ folded, hasMoment }) => {
  const future = folded.findIndex((word) => word === 'خواهم' || word === 'خواهیم');
  if (future >= 0) return hasBefore(folded, future, notCertain) ? undefined : 0;
  if (folded.some((word, place) => word === 'قول' && /^داد(?:م|یم)$/.test(folded[place + 1] ?? ''))) return 0;
  if (folded.includes('قرار') && folded.includes('شد') && folded.some((word) => /^ب.{2,}م$/.test(word))) return 0;
  const verb = folded.findIndex((word, place) => isPresent(word, folded[place + 1] ?? ''));
  if (verb < 0 || !hasMoment || hasBefore(folded, verb, notCertain) || thinking.has(folded[verb - 1] ?? '')) return undefined;
  return 0;
};

/** In one word, in two, or joined by a half-space. */
function isPresent(word: string, next: string): boolean {
  const verb = word === 'می' ? `می ${next}` : word;
  return /^می ?.{2,}م$/.test(verb) && !states.test(verb);
}
