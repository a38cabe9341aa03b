import type { Tx } from '#kit/server/db/index.ts';

/** What a list shows of people's records, by the names of its columns: of those that were asked for. */
export type RecordShown = {
  readonly email?: string | null;
  readonly phone?: string | null;
  /** Of the first address that has one. */
  readonly city?: string | null;
  readonly tag?: readonly string[];
  /** Where they work on the day. */
  readonly organization?: readonly string[];
};

const columns: Readonly<Record<keyof RecordShown, string>> = {
  email: 'c.email',
  phone: 'c.phone',
  city: `(select a.city from postal_address a
    where a.workspace_id = c.workspace_id and a.customer_id = c.id and a.city is not null order by a.place limit 1)`,
  tag: `array(select t.name from customer_tag ct join tag t on t.workspace_id = ct.workspace_id and t.id = ct.tag_id
    where ct.workspace_id = c.workspace_id and ct.customer_id = c.id order by t.name collate "names", t.id)`,
  organization: `array(select o.name from contact_role r join customer o on o.workspace_id = r.workspace_id and o.id = r.organization_id
    where r.workspace_id = c.workspace_id and r.person_id = c.id
      and (r.since_on is null or r.since_on <= $3::date) and (r.until_on is null or r.until_on >= $3::date)
    group by o.id, o.name, o.sort_name order by o.sort_name, o.id)`,
};

/** What of the records of a few customers a list shows, by their ids. */
export async function listRecordsShown(
  tx: Tx,
  customers: readonly string[],
  wanted: readonly (keyof RecordShown)[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, RecordShown>> {
  const shown = wanted.map((name) => `${columns[name]} as ${name}`);
  const { rows } = await tx.client.query<RecordShown & { readonly id: string }>(
    // Every parameter has its type, whether or not something that was asked for needs it.
    `select c.id, ${shown.join(', ')} from customer c where c.workspace_id = $1 and c.id = any($2::uuid[]) and $3::date is not null`,
    [tx.workspace, customers, day.toString()],
  );
  return new Map(rows.map(({ id, ...record }) => [id, record]));
}
