import type { ColumnType, Generated, Selectable } from 'kysely';

export type PeopleTables = {
  customer: {
    workspace_id: string;
    id: string;
    kind: Generated<'person' | 'organization'>;
    external_id: string | null;
    contact_only: Generated<boolean>;
    name: string;
    latin_name: string | null;
    sort_name: string;
    search_name: string;
    given: string | null;
    patronymic: string | null;
    family: string | null;
    prefix: string | null;
    suffix: string | null;
    nickname: string | null;
    other_names: string | null;
    greeting: string | null;
    email: string | null;
    phone: string | null;
    country: string | null;
    language: string | null;
    time_zone: string | null;
    formality: 'formal' | 'familiar' | null;
    birth_calendar: 'gregory' | 'persian' | null;
    birth_year: number | null;
    birth_month: number | null;
    birth_day: number | null;
    profession: string | null;
    legal_name: string | null;
    founded_on: Temporal.PlainDate | null;
    industry: string | null;
    employees: number | null;
    parent_id: string | null;
    note: string | null;
    owner_id: string;
    deputy_id: string | null;
    known_since_on: Temporal.PlainDate;
    created_at: ColumnType<Temporal.Instant, Temporal.Instant, never>;
  };
  key_customer: {
    workspace_id: string;
    customer_id: string;
    reason: string;
    listed_by: string | null;
    listed_on: Temporal.PlainDate;
    review_on: Temporal.PlainDate;
    removed_by: string | null;
    removed_on: Temporal.PlainDate | null;
  };
  contact_point: {
    workspace_id: string;
    id: string;
    customer_id: string;
    kind: 'email' | 'phone' | 'website';
    value: string;
    label: string | null;
    place: number;
  };
  postal_address: {
    workspace_id: string;
    id: string;
    customer_id: string;
    label: string | null;
    street: string | null;
    postal_code: string | null;
    city: string | null;
    region: string | null;
    country: string | null;
    place: number;
  };
  contact_role: {
    workspace_id: string;
    id: string;
    person_id: string;
    organization_id: string;
    role: string | null;
    since_on: Temporal.PlainDate | null;
    until_on: Temporal.PlainDate | null;
  };
  tag: {
    workspace_id: string;
    id: string;
    name: string;
    folded_name: string;
    made_by: string | null;
    made_at: ColumnType<Temporal.Instant, Temporal.Instant, never>;
  };
  customer_tag: {
    workspace_id: string;
    customer_id: string;
    tag_id: string;
    tagged_by: string | null;
    tagged_at: ColumnType<Temporal.Instant, Temporal.Instant, never>;
  };
};

export type CustomerRow = Selectable<PeopleTables['customer']>;
