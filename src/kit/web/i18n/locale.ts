import { homes } from '#kit/domain/languages.ts';
import type { Preferences } from '../prefs.ts';

/** The BCP 47 tag that says language, calendar and digits at once, as Intl and the components read it. */
export function localeOf(choice: Pick<Preferences, 'language' | 'calendar' | 'digits'>): string {
  const calendar = choice.calendar === 'persian' ? 'persian' : 'gregory';
  const digits = choice.digits === 'persian' ? 'arabext' : 'latn';
  return `${homes[choice.language]}-u-ca-${calendar}-nu-${digits}`;
}
