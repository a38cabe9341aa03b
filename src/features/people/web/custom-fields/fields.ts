import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useFormats } from '#kit/web/i18n/language.tsx';
import type { CustomAnswer as CustomAnswerShape, CustomField as CustomFieldShape, customFieldsApi } from '../../api/custom-fields.ts';

export const api = apiOf<typeof customFieldsApi>();

export type CustomField = z.output<typeof CustomFieldShape>;
export type CustomAnswers = z.output<typeof CustomAnswerShape>;
export type CustomAnswer = CustomAnswers[string];

/** The workspace's own fields in their order, the archived ones last; none until they are known. */
export function useCustomFields(): readonly CustomField[] {
  return useQuery(api.query('get', '/api/custom-fields')).data?.fields ?? [];
}

/** A value as one would read it out. */
export function useCustomText(): (field: CustomField, value: CustomAnswer) => string {
  const formats = useFormats();
  return (field, value) => {
    const named = (id: string) => field.choices.find((choice) => choice.id === id)?.name ?? '';
    if (Array.isArray(value)) return formats.list(value.map(named));
    if (typeof value === 'object') return value.name;
    if (typeof value === 'number') {
      return field.currency === null ? formats.number(value, { maximumFractionDigits: 15 }) : formats.money(value, field.currency);
    }
    if (field.kind === 'date') return formats.date(value);
    return field.kind === 'choice' ? named(value) : value;
  };
}
