import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Overtaken } from '#kit/web/overtaken.ts';
import { useCustomFields, useCustomText } from '../custom-fields/fields.ts';
import type { Customer } from '../customer.ts';

/** What the fields of a change are called in the record. */
export const fieldAlias = { ownerId: 'owner', deputyId: 'deputy', parentId: 'parent' };

/** What a customer had, and has now, in the fields that somebody else has changed, in words. */
export function useOvertakenFields(): (
  before: Customer,
  overtaken: Overtaken<Customer>,
) => { label: string; before: string; now: string }[] {
  const say = useMessages();
  const formats = useFormats();
  const fields = useCustomFields();
  const customText = useCustomText();

  function textOf(field: string, customer: Customer): string {
    const value: unknown = Object.entries(customer).find(([name]) => name === field)?.[1];
    if (field === 'language' && typeof value === 'string') return formats.languageName(value);
    if (field === 'formality' && typeof value === 'string') return say(`people.formality.${value}`);
    if (field === 'foundedOn' && typeof value === 'string') return formats.date(value);
    return plain(value);
  }

  return (before, { now, fields: both }) =>
    both.flatMap((field) => {
      if (field !== 'custom') return { label: say(labelOf(field)), before: textOf(field, before), now: textOf(field, now) };
      const changed = fields.filter(({ id }) => JSON.stringify(before.custom[id]) !== JSON.stringify(now.custom[id]));
      const shown = (one: (typeof fields)[number], { custom }: Customer) => {
        const value = custom[one.id];
        return value === undefined ? '' : customText(one, value);
      };
      return changed.map((one) => ({ label: one.name, before: shown(one, before), now: shown(one, now) }));
    });
}

function labelOf(field: string): string {
  return field === 'addresses' ? 'people.address' : `people.${field}`;
}

/** Lists with commas, what has a name by its name, anything else by its parts. */
function plain(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  const parts = new Map<string, unknown>(Object.entries(value));
  for (const telling of ['name', 'shown', 'value']) if (parts.has(telling)) return plain(parts.get(telling));
  parts.delete('calendar');
  return [...parts.values()].map(plain).filter(Boolean).join(' ');
}
