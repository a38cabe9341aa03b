import type { Preferences } from '../prefs.ts';

/** Where a language is most at home: decides the order of day and month, separators and the first day of the week. */
const HOME: Readonly<Record<Preferences['language'], string>> = { en: 'en-GB', el: 'el-GR', fa: 'fa-IR' };

/** The BCP 47 tag that says language, calendar and digits at once, as Intl and the components read it. */
export function localeOf(choice: Pick<Preferences, 'language' | 'calendar' | 'digits'>): string {
  const calendar = choice.calendar === 'persian' ? 'persian' : 'gregory';
  const digits = choice.digits === 'persian' ? 'arabext' : 'latn';
  return `${HOME[choice.language]}-u-ca-${calendar}-nu-${digits}`;
}
