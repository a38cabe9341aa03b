export { forgetInLetters } from './forget-in-letters.ts';
export type { MailSettings } from './settings.ts';
export { countLetters, giveUpRestored, readLetters, type LettersRead } from './letter-store.ts';
export { letterJob, noteUnwritten, postLetter, sendLetter, type Letter } from './post-letter.ts';
export { writeLetter, type Written } from './write-letter.ts';
