import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { isCountryCode } from '../../domain/index.ts';
import type { Beside, MergeField } from './duplicates.ts';

/** What a customer has in a field, as one would read it out. */
export function useFieldText(): (field: MergeField, customer: Beside) => string {
  const say = useMessages();
  const formats = useFormats();

  function birthday({ birthday: born, nextBirthday }: Beside): string {
    if (!born || !nextBirthday) return '';
    if (born.year === null) return formats.dayMonth(nextBirthday.on);
    const { year, month, day } = born;
    const calendar = born.calendar === 'persian' ? 'persian' : 'iso8601';
    return formats.date(Temporal.PlainDate.from({ calendar, year, month, day }).withCalendar('iso8601').toString());
  }

  return (field, customer) => {
    switch (field) {
      case 'birthday':
        return birthday(customer);
      case 'phone':
        return customer.phones[0]?.shown ?? '';
      case 'country':
        return customer.country !== null && isCountryCode(customer.country)
          ? (new Intl.DisplayNames(formats.locale, { type: 'region' }).of(customer.country) ?? customer.country)
          : (customer.country ?? '');
      case 'language':
        return customer.language === null
          ? ''
          : (new Intl.DisplayNames(formats.locale, { type: 'language' }).of(customer.language) ?? customer.language);
      case 'formality':
        return customer.formality === null ? '' : say(`people.formality.${customer.formality}`);
      case 'foundedOn':
        return customer.foundedOn === null ? '' : formats.date(customer.foundedOn);
      case 'employees':
        return customer.employees === null ? '' : formats.number(customer.employees);
      case 'parent':
        return customer.parent?.name ?? '';
      case 'care':
        return [customer.owner.name, customer.deputy?.name].filter(Boolean).join(', ');
      default:
        return customer[field] ?? '';
    }
  };
}
