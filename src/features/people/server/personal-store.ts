import type { Tx } from '#kit/server/db/index.ts';
import type { Erasing, PersonalPart } from '#kit/server/personal.ts';
import { listSigns } from './erased/trace-store.ts';
import { leaveTraces } from './erased/traces.ts';

// As an export of contacts writes it: the year left out where nobody knows it, and which calendar's it is where that is not the usual one.
const birthday = `case when t.birth_calendar = 'persian' then 'persian:' else '' end
  || coalesce(lpad(t.birth_year::text, 4, '0'), '-') || '-' || lpad(t.birth_month::text, 2, '0') || '-' || lpad(t.birth_day::text, 2, '0')`;

/** What people know of a person, and what of it does not go with the customer's row. */
export const personal: PersonalPart = {
  feature: 'people',
  rows: [
    {
      part: 'person',
      from: 'customer t',
      whose: 't.id = $2',
      order: 't.id',
      covers: ['customer.id'],
      fields: {
        kind: ['t.kind', 'word'],
        number: ['t.external_id', 'text'],
        name: ['t.name', 'text'],
        latinName: ['t.latin_name', 'text'],
        given: ['t.given', 'text'],
        patronymic: ['t.patronymic', 'text'],
        family: ['t.family', 'text'],
        prefix: ['t.prefix', 'text'],
        suffix: ['t.suffix', 'text'],
        nickname: ['t.nickname', 'text'],
        otherNames: ['t.other_names', 'text'],
        greeting: ['t.greeting', 'text'],
        language: ['t.language', 'word'],
        country: ['t.country', 'word'],
        timeZone: ['t.time_zone', 'word'],
        formality: ['t.formality', 'word'],
        birthday: [birthday, 'text'],
        profession: ['t.profession', 'text'],
        legalName: ['t.legal_name', 'text'],
        foundedOn: ['t.founded_on', 'day'],
        industry: ['t.industry', 'text'],
        employees: ['t.employees', 'number'],
        belongsTo: ['t.parent_id', 'customer'],
        note: ['t.note', 'text'],
        owner: ['t.owner_id', 'colleague'],
        deputy: ['t.deputy_id', 'colleague'],
        knownSinceOn: ['t.known_since_on', 'day'],
        madeAt: ['t.created_at', 'moment'],
      },
    },
    {
      part: 'other_numbers',
      from: 'customer_alias t',
      whose: 't.customer_id = $2',
      order: 't.external_id',
      covers: ['customer_alias.customer_id'],
      fields: { number: ['t.external_id', 'text'] },
    },
    {
      part: 'ways_to_reach',
      from: 'contact_point t',
      whose: 't.customer_id = $2',
      order: 't.kind, t.place',
      covers: ['contact_point.customer_id'],
      fields: { kind: ['t.kind', 'word'], value: ['t.value', 'text'], label: ['t.label', 'text'] },
    },
    {
      part: 'addresses',
      from: 'postal_address t',
      whose: 't.customer_id = $2',
      order: 't.place',
      covers: ['postal_address.customer_id'],
      fields: {
        label: ['t.label', 'text'],
        street: ['t.street', 'text'],
        postalCode: ['t.postal_code', 'text'],
        city: ['t.city', 'text'],
        region: ['t.region', 'text'],
        country: ['t.country', 'word'],
      },
    },
    {
      part: 'own_fields',
      from: `custom_value t join custom_field f on f.workspace_id = t.workspace_id and f.id = t.field_id
        left join custom_choice c on c.workspace_id = t.workspace_id and c.id = t.choice_id`,
      whose: 't.customer_id = $2',
      order: 'f.place, t.place',
      covers: ['custom_value.customer_id'],
      fields: {
        name: ['f.name', 'text'],
        value: ['coalesce(t.text_value, c.name, t.person_name, t.date_value::text, t.number_value::text)', 'text'],
        amountMinor: ['t.minor_value', 'minor'],
        currency: ['case when t.minor_value is not null then f.currency end', 'word'],
      },
    },
    {
      part: 'tags',
      from: 'customer_tag t join tag g on g.workspace_id = t.workspace_id and g.id = t.tag_id',
      whose: 't.customer_id = $2',
      order: 't.tagged_at, g.name',
      covers: ['customer_tag.customer_id'],
      fields: { name: ['g.name', 'text'], at: ['t.tagged_at', 'moment'], by: ['t.tagged_by', 'colleague'] },
    },
    {
      part: 'key_customer',
      from: 'key_customer t',
      whose: 't.customer_id = $2',
      order: 't.listed_on',
      covers: ['key_customer.customer_id'],
      fields: {
        reason: ['t.reason', 'text'],
        sinceOn: ['t.listed_on', 'day'],
        untilOn: ['t.removed_on', 'day'],
        by: ['t.listed_by', 'colleague'],
      },
    },
    {
      part: 'roles',
      from: 'contact_role t',
      whose: 't.person_id = $2 or t.organization_id = $2',
      order: 't.since_on nulls first, t.id',
      covers: ['contact_role.person_id', 'contact_role.organization_id'],
      fields: {
        person: ['t.person_id', 'customer'],
        organization: ['t.organization_id', 'customer'],
        role: ['t.role', 'text'],
        sinceOn: ['t.since_on', 'day'],
        untilOn: ['t.until_on', 'day'],
      },
    },
    {
      part: 'facts',
      from: 'fact t',
      whose: 't.customer_id = $2',
      order: 't.learned_on, t.id',
      covers: ['fact.customer_id'],
      fields: {
        kind: ['t.kind', 'word'],
        text: ['t.text', 'text'],
        source: ['t.source', 'word'],
        toldBy: ['t.told_by', 'text'],
        learnedOn: ['t.learned_on', 'day'],
        learnedBy: ['t.learned_by', 'colleague'],
        sensitivity: ['t.sensitivity', 'word'],
        uses: ['t.uses', 'list'],
        retiredAt: ['t.retired_at', 'moment'],
      },
    },
    {
      part: 'facts_before',
      from: 'fact_change t join fact f on f.workspace_id = t.workspace_id and f.id = t.fact_id',
      whose: "f.customer_id = $2 and t.what <> 'learned'",
      order: 't.happened_at, t.number',
      covers: [],
      fields: {
        what: ['t.what', 'word'],
        at: ['t.happened_at', 'moment'],
        by: ['t.colleague_id', 'colleague'],
        text: ['t.text', 'text'],
        note: ['t.note', 'text'],
      },
    },
    {
      part: 'goals',
      from: 'goal t',
      whose: 't.customer_id = $2',
      order: 't.review_on, t.id',
      covers: ['goal.customer_id'],
      fields: {
        wish: ['t.wish', 'text'],
        help: ['t.help', 'text'],
        sign: ['t.sign', 'text'],
        state: ['t.state', 'word'],
        reviewOn: ['t.review_on', 'day'],
      },
    },
    {
      part: 'goals_before',
      from: 'goal_event t join goal g on g.workspace_id = t.workspace_id and g.id = t.goal_id',
      whose: 'g.customer_id = $2',
      order: 't.happened_at, t.number',
      covers: [],
      fields: {
        what: ['t.kind', 'word'],
        at: ['t.happened_at', 'moment'],
        by: ['t.colleague_id', 'colleague'],
        wish: ['t.wish', 'text'],
        note: ['t.note', 'text'],
      },
    },
    {
      part: 'circle',
      from: 'circle_link t',
      whose: 't.from_id = $2 or t.to_id = $2',
      order: 't.added_at, t.id',
      covers: ['circle_link.from_id', 'circle_link.to_id'],
      fields: {
        kind: ['t.kind', 'word'],
        from: ['t.from_id', 'customer'],
        to: ['t.to_id', 'customer'],
        note: ['t.note', 'text'],
        at: ['t.added_at', 'moment'],
        until: ['t.ended_at', 'moment'],
      },
    },
    {
      part: 'files',
      from: 'attachment t',
      whose: 't.customer_id = $2',
      order: 't.added_at, t.id',
      covers: ['attachment.customer_id'],
      fields: {
        id: ['t.id', 'word'],
        name: ['t.name', 'text'],
        purpose: ['t.purpose', 'word'],
        mediaType: ['t.media_type', 'word'],
        bytes: ['t.size_bytes', 'number'],
        at: ['t.added_at', 'moment'],
        by: ['t.added_by', 'colleague'],
        removedAt: ['t.removed_at', 'moment'],
      },
    },
    {
      part: 'merges',
      from: 'customer_merge t',
      whose: 't.kept_id = $2 or t.gone_id = $2',
      order: 't.merged_at',
      covers: [],
      fields: {
        name: ['t.gone_name', 'text'],
        at: ['t.merged_at', 'moment'],
        by: ['t.merged_by', 'colleague'],
        undoneAt: ['t.undone_at', 'moment'],
      },
    },
  ],
  besides: {
    'customer.parent_id': 'stands with the organization that belongs to another; it loses it',
    'custom_value.person_id': 'stands with the customers who name the person; it goes',
    'customer_summary.customer_id': 'is reckoned from the rest',
    'duplicate_candidate.one_id': 'is reckoned from the rest',
    'duplicate_candidate.other_id': 'is reckoned from the rest',
    'duplicate_wish.customer_id': 'waits to be reckoned',
    'not_duplicate.one_id': 'says only that two customers are two',
    'not_duplicate.other_id': 'says only that two customers are two',
    'search_word.customer_id': 'is made from the name',
  },
  erase,
};

async function erase(tx: Tx, { erasure, customer, ids }: Erasing): Promise<void> {
  // Files that Tend wrote name the ids, others what the business knows somebody by.
  const written = ids.map((value) => ({ kind: 'id', value }) as const);
  await leaveTraces(tx, erasure, [...written, ...(await listSigns(tx, customer))]);
  for (const statement of [
    // What a merge remembers, to be undone, is the whole record of whoever went.
    'delete from customer_merge where workspace_id = $1 and (kept_id = any($2::uuid[]) or gone_id = any($2::uuid[]))',
    'delete from duplicate_wish where workspace_id = $1 and customer_id = any($2::uuid[])',
    // Those of past days, too.
    'delete from customer_summary where workspace_id = $1 and customer_id = any($2::uuid[])',
  ])
    await tx.client.query(statement, [tx.workspace, ids]);
}
