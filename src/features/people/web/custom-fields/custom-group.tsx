import { FieldGroup } from '#kit/web/field-group.tsx';
import type { Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { isAskedOf } from '../../domain/index.ts';
import type { Customer } from '../customer.ts';
import { customIn, CustomInput } from './custom-input.tsx';
import { useCustomText, type CustomField } from './fields.ts';

/** The workspace's own fields of a customer, behind their heading; nothing where there are none. */
export function CustomGroup({ customer, fields }: { customer: Customer; fields: readonly CustomField[] }) {
  const say = useMessages();
  const textOf = useCustomText();
  const asked = askedOf(customer, fields);
  if (asked.length === 0) return null;
  const known = asked.flatMap((field) => {
    const value = customer.custom[field.id];
    return value === undefined ? [] : textOf(field, value);
  });
  return (
    <FieldGroup title={say('people.custom.nav')} preview={known.join(' · ')} fields={['custom']}>
      {asked.map((field) => (
        <CustomInput key={field.id} field={field} value={customer.custom[field.id]} except={customer.id} />
      ))}
    </FieldGroup>
  );
}

/** Only what is new of them. */
export function customNews(typed: Typed, customer: Customer, fields: readonly CustomField[]) {
  const told = askedOf(customer, fields).map((field) => [field.id, customIn(typed, field)] as const);
  const before = (id: string) => {
    const value = customer.custom[id] ?? null;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value.id : value;
  };
  const news = told.filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before(id)));
  return news.length === 0 ? {} : { custom: Object.fromEntries(news) };
}

function askedOf({ kind }: Customer, fields: readonly CustomField[]): readonly CustomField[] {
  return fields.filter((field) => !field.isArchived && isAskedOf(field, kind));
}
