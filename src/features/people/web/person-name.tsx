import { useFormats } from '#kit/web/i18n/language.tsx';
import { shownName, type Name } from '../domain/index.ts';

/** The name of a customer on a line: as it is written, in the script of its reader where the language has two. */
export function PersonName({ customer }: { customer: Pick<Name, 'name' | 'language'> }) {
  const { locale } = useFormats();
  const { text, language } = shownName(customer, locale);
  return <bdi lang={language}>{text}</bdi>;
}
