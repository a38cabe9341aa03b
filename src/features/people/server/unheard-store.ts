import type { Tx } from '#kit/server/db/index.ts';

/** A customer of whom nothing was heard since a day. */
export type Unheard = { readonly id: string; readonly name: string; readonly since: Temporal.PlainDate };

/** Since before which day nothing was heard, and who is not asked about. */
export type UnheardAsked = { readonly before: Temporal.PlainDate; readonly except: readonly string[] };

/**
 * Customers of whom nothing was heard since a day: no purchase, no talk, no attempt, and not made since. Whom we owe a promise, and who is a key customer, stays.
 */
export async function listUnheard(tx: Tx, { before, except }: UnheardAsked, limit: number): Promise<Unheard[]> {
  const { rows } = await tx.client.query<Unheard>(
    `select s.customer_id as id, s.name, ${heard} as since ${unheard} order by 3, 1 limit $4`,
    [tx.workspace, before.toString(), except, limit],
  );
  return rows;
}

/** How many there are. */
export async function countUnheard(tx: Tx, { before, except }: UnheardAsked): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(`select count(*)::integer as count ${unheard}`, [
    tx.workspace,
    before.toString(),
    except,
  ]);
  return rows[0]?.count ?? 0;
}

const heard = `greatest(s.last_purchase_on, (s.last_contact_at at time zone 'UTC')::date, (s.last_attempt_at at time zone 'UTC')::date, c.known_since_on,
  (c.created_at at time zone 'UTC')::date)`;

const unheard = `from customer_summary s join customer c on c.workspace_id = s.workspace_id and c.id = s.customer_id
  where s.workspace_id = $1 and s.as_of_on = 'infinity' and s.open_promises = 0 and s.key_since_on is null and ${heard} < $2::date
    and s.customer_id <> all ($3::uuid[])`;
