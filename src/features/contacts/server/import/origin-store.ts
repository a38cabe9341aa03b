import type { Sign } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Written } from '../../domain/index.ts';

export type Origin = { readonly key: string; readonly customerId: string; readonly written: Written };

/** What earlier imports of a source remember, by the keys of its contacts. */
export async function findOrigins(tx: Tx, source: string, keys: readonly string[]): Promise<readonly Origin[]> {
  const { rows } = await tx.client.query<Origin>(
    'select key, customer_id as "customerId", written from contact_origin where workspace_id = $1 and source = $2 and key = any($3::text[])',
    [tx.workspace, source, keys],
  );
  return rows;
}

export async function rememberOrigins(tx: Tx, source: string, origins: readonly Origin[]): Promise<void> {
  if (origins.length === 0) return;
  await tx.client.query(
    `insert into contact_origin (workspace_id, source, key, customer_id, written)
     select $1, $2, n.key, n.customer_id, n.written from unnest($3::text[], $4::uuid[], $5::jsonb[]) as n (key, customer_id, written)
     on conflict (workspace_id, source, key) do update set customer_id = excluded.customer_id, written = excluded.written
     where (contact_origin.customer_id, contact_origin.written) is distinct from (excluded.customer_id, excluded.written)`,
    [
      tx.workspace,
      source,
      origins.map((origin) => origin.key),
      origins.map((origin) => origin.customerId),
      origins.map((origin) => JSON.stringify(origin.written)),
    ],
  );
}

/** By which keys of which sources a customer is remembered. */
export async function listOriginsOf(tx: Tx, customer: string): Promise<{ source: string; key: string }[]> {
  const { rows } = await tx.client.query<{ source: string; key: string }>(
    'select source, key from contact_origin where workspace_id = $1 and customer_id = $2',
    [tx.workspace, customer],
  );
  return rows;
}

/** The key of a source, as it tells somebody who was erased. */
export function originSign(source: string, key: string): Sign {
  return { kind: 'origin', value: `${source} ${key}` };
}
