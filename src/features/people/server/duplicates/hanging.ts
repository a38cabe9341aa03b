import type { HangingTable } from '#kit/server/merge.ts';

/** What of this feature hangs on customers. The customer's own row, ways to reach them and addresses are merged field by field. */
export const hangingOnPeople: readonly HangingTable[] = [
  {
    table: 'key_customer',
    key: ['listed_on'],
    collides: 'kept.customer_id = :kept and (kept.listed_on = gone.listed_on or (kept.removed_on is null and gone.removed_on is null))',
  },
  { table: 'customer_tag', key: ['tag_id'], collides: 'kept.customer_id = :kept and kept.tag_id = gone.tag_id', counted: 'tags' },
  {
    table: 'contact_role',
    column: 'person_id',
    key: ['id'],
    collides:
      'kept.person_id = :kept and kept.organization_id = gone.organization_id and (kept.role, kept.since_on, kept.until_on) is not distinct from (gone.role, gone.since_on, gone.until_on)',
    counted: 'roles',
  },
  {
    table: 'contact_role',
    column: 'organization_id',
    key: ['id'],
    collides:
      'kept.organization_id = :kept and kept.person_id = gone.person_id and (kept.role, kept.since_on, kept.until_on) is not distinct from (gone.role, gone.since_on, gone.until_on)',
    counted: 'roles',
  },
  { table: 'customer', column: 'parent_id', key: ['id'], counted: 'parts' },
  // Whoever is named in a field of the workspace's own. What stands in such fields is merged field by field.
  { table: 'custom_value', column: 'person_id', key: ['customer_id', 'field_id', 'place'], besides: 'customer_id' },
  { table: 'customer_alias', key: ['external_id'] },
  { table: 'fact', key: ['id'], counted: 'facts' },
  { table: 'goal', key: ['id'], counted: 'goals' },
  ...(['from_id', 'to_id'] as const).map((column): HangingTable => {
    const other = column === 'from_id' ? 'to_id' : 'from_id';
    return {
      table: 'circle_link',
      column,
      key: ['id'],
      besides: other,
      // Whoever is linked in the same way to both is linked once, and a customer has come through one person.
      collides: `gone.ended_at is null and kept.ended_at is null and kept.kind = gone.kind and kept.id <> gone.id and (
        (kept.from_id = :kept and kept.to_id = gone.${other}) or (kept.to_id = :kept and kept.from_id = gone.${other})
        or ('${column}' = 'to_id' and gone.kind = 'referred' and kept.to_id = :kept))`,
      counted: 'links',
    };
  }),
  {
    table: 'attachment',
    key: ['id'],
    collides:
      "kept.customer_id = :kept and kept.purpose = 'photo' and gone.purpose = 'photo' and kept.removed_at is null and gone.removed_at is null",
    // A customer has one photo; the other one stays among the files.
    instead: { column: 'purpose', value: 'file' },
    counted: 'files',
  },
];
