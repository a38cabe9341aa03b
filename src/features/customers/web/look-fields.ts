import { useQueries, useQuery } from '@tanstack/react-query';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn } from '#features/access/web/index.ts';
import type { peopleApi, tagsApi } from '#features/people/api.ts';
import { useCustomFields } from '#features/people/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { customName, formFields, recordFields, rowFields, type Condition, type Field, type FieldKind } from '../domain/index.ts';

const access = apiOf<typeof accessApi>();
const tags = apiOf<typeof tagsApi>();
const people = apiOf<typeof peopleApi>();

export type LookField = Field & {
  readonly label: string;
  /** What can be chosen, where it is one of a few. */
  readonly options?: readonly { readonly id: string; readonly text: string }[];
  /** Of money, where it is not that of the workspace. */
  readonly currency?: string;
  /** Not offered any more; saved lists may still ask for it. */
  readonly isArchived?: boolean;
};

/** Everything that the list can be narrowed by, in the reader's words. */
export function useLookFields(): readonly LookField[] {
  const say = useMessages();
  const formats = useFormats();
  const colleagues = useQuery(access.query('get', '/api/colleagues')).data?.colleagues ?? [];
  const known = useQuery(tags.query('get', '/api/tags')).data?.tags ?? [];
  const optionsOf = ({ id, kind, choices }: Field): LookField['options'] => {
    if (kind === 'colleague') return colleagues.map((one) => ({ id: one.id, text: one.name }));
    if (kind === 'tag') return known.map((one) => ({ id: one.id, text: one.name }));
    if (kind === 'yes_no') return ['yes', 'no'].map((one) => ({ id: one, text: say(`customers.where.${one}`) }));
    if (id === 'formality') return choices?.map((one) => ({ id: one, text: say(`people.formality.${one}`) }));
    if (id === 'birth_month') return choices?.map((one) => ({ id: one, text: formats.number(Number(one)) }));
    return choices?.map((one) => ({ id: one, text: say(`customers.${id}.${one}`) }));
  };
  const called = (key: (id: string) => string) => (field: Field) => {
    const options = optionsOf(field);
    return { ...field, label: say(key(field.id)), ...(options ? { options } : {}) };
  };
  return [
    ...[...rowFields, ...recordFields].map(called((id) => `customers.column.${id}`)),
    ...formFields.map(called((id) => `people.${id.replace(/_./, (sign) => sign.charAt(1).toUpperCase())}`)),
    ...useOwnFields(),
  ];
}

function useOwnFields(): readonly LookField[] {
  return useCustomFields().map(({ id, name, kind, choices, currency, isArchived }) => ({
    id: customName(id),
    kind,
    label: name,
    isArchived,
    ...(choices.length > 0
      ? { choices: choices.map((choice) => choice.id), options: choices.map((choice) => ({ id: choice.id, text: choice.name })) }
      : {}),
    ...(currency === null ? {} : { currency }),
  }));
}

/** What people and organizations are called whom conditions name by their ids. */
export function usePeopleIn(conditions: readonly Condition[], fields: readonly LookField[]): ReadonlyMap<string, string> {
  const named = conditions.filter(({ field }) => isKnownHere(fields.find(({ id }) => id === field)?.kind)).flatMap(({ values }) => values);
  const found = useQueries({
    queries: [...new Set(named)].map((customer) => people.query('get', '/api/customers/{customer}', { params: { customer }, query: {} })),
  });
  return new Map(found.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : [])));
}

/** Whether what fits is named by somebody whom the workspace knows. */
export function isKnownHere(kind: FieldKind | undefined): kind is 'person' | 'organization' {
  return kind === 'person' || kind === 'organization';
}

/** A condition in words: "Last contact: before 60 days ago". */
export function useConditionText(fields: readonly LookField[], names: ReadonlyMap<string, string>): (condition: Condition) => string {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  return ({ field: id, operator, values }) => {
    const field = fields.find((one) => one.id === id);
    const texts = values.map((value) => {
      const days = /^([+-]\d+)d$/.exec(value)?.[1];
      if (days !== undefined)
        return say(Number(days) > 0 ? 'customers.where.days_ahead' : 'customers.where.days_ago', { days: Math.abs(Number(days)) });
      if (field?.kind === 'date') return formats.date(value);
      if (field?.kind === 'money') return formats.money(Number(value), field.currency ?? workspace.currency, { whole: true });
      if (field?.kind === 'number') return formats.number(Number(value), { maximumFractionDigits: 6 });
      if (isKnownHere(field?.kind)) return names.get(value) ?? '';
      return field?.options?.find((one) => one.id === value)?.text ?? value;
    });
    return say(`customers.where.${operator}`, { field: field?.label ?? id, value: formats.list(texts) });
  };
}
