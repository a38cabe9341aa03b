import { useFormats } from '#kit/web/i18n/language.tsx';
import { fullName, type Name } from '../domain/index.ts';
import { useShownName } from './use-shown-name.ts';

/** The name of a customer at the head of a page: with titles, and in Latin letters beside where the reader's own are others. */
export function FullName({ customer }: { customer: Name }) {
  const { locale } = useFormats();
  const { text, language, beside } = useShownName()(customer, fullName(customer, locale));
  return (
    <>
      <bdi lang={language}>{text}</bdi>
      {beside && (
        <>
          {' '}
          <bdi lang={beside.language} className="text-[0.65em] font-normal text-ink-soft">
            ({beside.text})
          </bdi>
        </>
      )}
    </>
  );
}
