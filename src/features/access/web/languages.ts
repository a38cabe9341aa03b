import { languages, type Language } from '#kit/domain/languages.ts';
import { useFormats } from '#kit/web/i18n/language.tsx';

/** Every language Tend speaks, in its own words. */
export function useLanguages(): { id: Language; text: string }[] {
  const formats = useFormats();
  return languages.map((id) => ({ id, text: formats.languageName(id) }));
}
