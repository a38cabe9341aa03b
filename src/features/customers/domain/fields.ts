import type { Field } from './conditions.ts';
import { riskBands, stages } from './list.ts';

/** What every customer's row tells, whatever the workspace has added. */
export const rowFields = [
  { id: 'name', kind: 'text' },
  { id: 'kind', kind: 'choice', choices: ['person', 'organization'] },
  { id: 'stage', kind: 'choice', choices: stages },
  { id: 'risk', kind: 'choice', choices: riskBands },
  { id: 'value', kind: 'money' },
  { id: 'value_at_risk', kind: 'money' },
  { id: 'spent', kind: 'money' },
  { id: 'visits', kind: 'number' },
  { id: 'first_purchase', kind: 'date' },
  { id: 'last_purchase', kind: 'date' },
  { id: 'next_due', kind: 'date' },
  { id: 'next_talk', kind: 'date' },
  { id: 'attempts', kind: 'number' },
  { id: 'last_contact', kind: 'date' },
  { id: 'last_from_them', kind: 'date' },
  { id: 'last_from_us', kind: 'date' },
  { id: 'pulse', kind: 'number' },
  { id: 'open_promises', kind: 'number' },
  { id: 'owner', kind: 'colleague' },
  { id: 'deputy', kind: 'colleague' },
  { id: 'key', kind: 'yes_no' },
  { id: 'country', kind: 'text' },
  { id: 'language', kind: 'text' },
  { id: 'number', kind: 'text' },
] as const satisfies readonly Field[];

/** What people's own records tell beyond the row. */
export const recordFields = [
  { id: 'tag', kind: 'tag' },
  { id: 'email', kind: 'text' },
  { id: 'phone', kind: 'text' },
  { id: 'city', kind: 'text' },
  { id: 'organization', kind: 'organization' },
  { id: 'role', kind: 'text' },
  { id: 'profession', kind: 'text' },
  { id: 'industry', kind: 'text' },
  { id: 'employees', kind: 'number' },
  { id: 'birth_month', kind: 'choice', choices: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] },
  { id: 'known_since', kind: 'date' },
  { id: 'key_review', kind: 'date' },
  { id: 'note', kind: 'text' },
] as const satisfies readonly Field[];

/** The rest of it, which people call as the form does in which they write it. */
export const formFields = [
  { id: 'street', kind: 'text' },
  { id: 'postal_code', kind: 'text' },
  { id: 'region', kind: 'text' },
  { id: 'websites', kind: 'text' },
  { id: 'time_zone', kind: 'text' },
  { id: 'formality', kind: 'choice', choices: ['formal', 'familiar'] },
  { id: 'prefix', kind: 'text' },
  { id: 'given', kind: 'text' },
  { id: 'patronymic', kind: 'text' },
  { id: 'family', kind: 'text' },
  { id: 'suffix', kind: 'text' },
  { id: 'nickname', kind: 'text' },
  { id: 'other_names', kind: 'text' },
  { id: 'latin_name', kind: 'text' },
  { id: 'greeting', kind: 'text' },
  { id: 'legal_name', kind: 'text' },
  { id: 'founded_on', kind: 'date' },
  { id: 'parent', kind: 'organization' },
] as const satisfies readonly Field[];
