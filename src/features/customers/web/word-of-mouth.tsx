import { useQuery } from '@tanstack/react-query';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { api } from './customers.ts';

/** What a customer's word brought; nothing where it has not brought anybody yet. */
export function WordOfMouth({ customer, asOf }: { customer: string; asOf: string | undefined }) {
  const say = useMessages();
  const formats = useFormats();
  const { data } = useQuery(
    api.query('get', '/api/customers/{customer}/word-of-mouth', { params: { customer }, query: asOf === undefined ? {} : { asOf } }),
  );
  if (!data || data.direct === 0) return null;
  const { direct, onward, spentMinor, currency } = data;
  return <p className="max-w-prose">{say('customers.word_of_mouth', { direct, onward, spent: formats.money(spentMinor, currency) })}</p>;
}
