import type { CustomerDetails } from '../customer.ts';
import { inOrderOfFields, type CustomValues } from '../custom-fields/index.ts';

/** A customer with who answers for them: all that two customers who become one may differ in. */
export type Mergeable = CustomerDetails & {
  readonly externalId: string | null;
  readonly contactOnly: boolean;
  readonly ownerId: string;
  readonly deputyId: string | null;
  readonly knownSinceOn: Temporal.PlainDate;
};

/** What is chosen from one of the two, as a whole: the parts of a name belong together, and so do owner and deputy. */
export const mergeFields = [
  'name',
  'latinName',
  'nickname',
  'otherNames',
  'greeting',
  'birthday',
  'phone',
  'email',
  'country',
  'language',
  'timeZone',
  'formality',
  'profession',
  'legalName',
  'foundedOn',
  'industry',
  'employees',
  'parent',
  'externalId',
  'care',
] as const;

export type MergeField = (typeof mergeFields)[number];
export type MergeSide = 'kept' | 'gone';
export type MergeChoices = Readonly<Partial<Record<MergeField, MergeSide>>> & {
  /** Of the workspace's own fields, by their ids. */
  readonly custom?: Readonly<Record<string, MergeSide>> | undefined;
};

const partsOf = {
  name: ['name', 'prefix', 'given', 'patronymic', 'family', 'suffix'],
  parent: ['parentId'],
  care: ['ownerId', 'deputyId'],
} as const satisfies Partial<Record<MergeField, readonly (keyof Mergeable)[]>>;

/** Which side a field is taken from when nobody chose: the one that stays, unless only the other knows something. */
function usualSide(field: MergeField, kept: Mergeable, gone: Mergeable): MergeSide {
  if (field === 'care' || field === 'name') return 'kept';
  return isKnown(kept, field) || !isKnown(gone, field) ? 'kept' : 'gone';
}

/** Whether the two tell different things, so that there is something to choose. */
export function isOpenToChoice(field: MergeField, kept: Mergeable, gone: Mergeable): boolean {
  return isKnown(kept, field) && isKnown(gone, field) && fieldsOf(field).some((part) => !isEqual(kept[part], gone[part]));
}

/** The workspace's own fields in which the two tell different things. */
export function customOpenToChoice(kept: Mergeable, gone: Mergeable): readonly string[] {
  return Object.keys(kept.custom).filter((id) => id in gone.custom && !isEqual(kept.custom[id], gone.custom[id]));
}

/**
 * What becomes of the one who stays. Ways to reach them and postal addresses are those of both, the chosen first one first; notes stand one
 * after the other; a contact who is also a customer is a customer, known since the earlier day.
 */
export function mergeDetails(kept: Mergeable, gone: Mergeable, choices: MergeChoices = {}): Mergeable {
  const sideOf = (field: MergeField) => (choices[field] ?? usualSide(field, kept, gone)) === 'kept';
  const chosen: Partial<Record<keyof Mergeable, unknown>> = {};
  for (const field of mergeFields) for (const part of fieldsOf(field)) chosen[part] = (sideOf(field) ? kept : gone)[part];
  const emails = union(...inOrder(sideOf('email'), kept.emails, gone.emails), valueOf);
  const phones = union(...inOrder(sideOf('phone'), kept.phones, gone.phones), valueOf);
  return {
    ...kept,
    ...(chosen as Partial<Mergeable>),
    emails,
    phones,
    email: emails[0]?.value ?? null,
    phone: phones[0]?.value ?? null,
    websites: union(kept.websites, gone.websites, valueOf),
    addresses: union(kept.addresses, gone.addresses, (address) => JSON.stringify({ ...address, label: null }).toLowerCase()),
    note: joined(kept.note, gone.note),
    custom: mergeCustom(kept.custom, gone.custom, choices.custom ?? {}),
    contactOnly: kept.contactOnly && gone.contactOnly,
    knownSinceOn: Temporal.PlainDate.compare(kept.knownSinceOn, gone.knownSinceOn) <= 0 ? kept.knownSinceOn : gone.knownSinceOn,
  };
}

/**
 * What becomes of the one who stayed when the merge is undone: what it had before, but for what somebody changed since. `after` is
 * what the merge made of it. Of ways to reach them and addresses those go that came with the other.
 */
export function unmergeDetails(now: Mergeable, before: Mergeable, after: Mergeable): Mergeable {
  const undone = Object.fromEntries(
    (Object.keys(now) as (keyof Mergeable)[])
      .filter((field) => field in before)
      .map((field) => [field, isEqual(now[field], after[field]) ? before[field] : now[field]]),
  ) as Partial<Mergeable>;
  const emails = without(now.emails, before.emails, after.emails, valueOf);
  const phones = without(now.phones, before.phones, after.phones, valueOf);
  return {
    ...now,
    ...undone,
    emails,
    phones,
    email: emails[0]?.value ?? null,
    phone: phones[0]?.value ?? null,
    websites: without(now.websites, before.websites, after.websites, valueOf),
    addresses: without(now.addresses, before.addresses, after.addresses, (address) => JSON.stringify(address)),
    custom: unmergeCustom(now.custom, before.custom, after.custom),
    // A pair is one choice, and a deputy who became the owner since cannot stand in.
    ...(undone.deputyId === undone.ownerId ? { ownerId: now.ownerId, deputyId: now.deputyId } : {}),
  };
}

function mergeCustom(kept: CustomValues, gone: CustomValues, choices: Readonly<Record<string, MergeSide>>): CustomValues {
  const isFromGone = (id: string) => !(id in kept) || choices[id] === 'gone';
  return inOrderOfFields({ ...kept, ...Object.fromEntries(Object.entries(gone).filter(([id]) => isFromGone(id))) });
}

function unmergeCustom(now: CustomValues, before: CustomValues, after: CustomValues): CustomValues {
  const ids = Object.keys({ ...now, ...before, ...after });
  const undone = ids.map((id) => [id, isEqual(now[id], after[id]) ? before[id] : now[id]] as const);
  return inOrderOfFields(Object.fromEntries(undone.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))));
}

function fieldsOf(field: MergeField): readonly (keyof Mergeable)[] {
  return field in partsOf ? partsOf[field as keyof typeof partsOf] : [field as keyof Mergeable];
}

function isKnown(customer: Mergeable, field: MergeField): boolean {
  return fieldsOf(field).some((part) => customer[part] !== null);
}

function inOrder<T>(isFirst: boolean, one: T, other: T): [T, T] {
  return isFirst ? [one, other] : [other, one];
}

function union<T>(ones: readonly T[], others: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const known = new Set(ones.map(keyOf));
  return [...ones, ...others.filter((other) => !known.has(keyOf(other)))];
}

/** In the order of before as far as they stood there, then those that came since. */
function without<T>(now: readonly T[], before: readonly T[], after: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const [had, came, has] = [before, after, now].map((values) => new Set(values.map(keyOf)));
  return [
    ...before.filter((value) => has?.has(keyOf(value))),
    ...now.filter((value) => !had?.has(keyOf(value)) && !came?.has(keyOf(value))),
  ];
}

function valueOf({ value }: { readonly value: string }): string {
  return value;
}

function joined(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one.includes(other)) return one ?? other;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
