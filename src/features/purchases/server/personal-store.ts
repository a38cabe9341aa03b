import { listSigns } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Erasing, PersonalPart } from '#kit/server/personal.ts';
import { numberApart } from './import/number-apart.ts';

export const personal: PersonalPart = {
  feature: 'purchases',
  rows: [
    {
      part: 'purchases',
      from: 'purchase t left join purchase_lines l on l.workspace_id = t.workspace_id and l.purchase_id = t.id',
      whose: 't.customer_id = $2',
      order: 't.placed_at, t.number',
      covers: ['purchase.customer_id'],
      fields: {
        number: ['t.number', 'text'],
        kind: ['t.kind', 'word'],
        at: ['t.placed_at', 'moment'],
        currency: ['t.currency', 'word'],
        totalMinor: ['t.total_minor', 'minor'],
        products: [
          `(select array_agg(p.name || case when line.quantity = 1 then '' else ' × ' || trim_scale(line.quantity) end order by line.place)
             from unnest(l.product_ids, l.quantities) with ordinality as line (product_id, quantity, place)
             join product p on p.workspace_id = t.workspace_id and p.id = line.product_id)`,
          'list',
        ],
      },
    },
  ],
  erase,
  fileRows: { table: 'purchase_import_set_aside', ofImport: 'purchase_import' },
};

/** What was bought stays among the sales, as if it had been anonymous from the beginning: every sum and count of the business is as it was. */
async function erase(tx: Tx, { customer }: Erasing): Promise<void> {
  const signs = await listSigns(tx, customer);
  await renameApart(
    tx,
    customer,
    signs.flatMap(({ kind, value }) => (kind === 'number' ? value : [])),
  );
  await tx.client.query('update purchase set customer_id = null where workspace_id = $1 and customer_id = $2', [tx.workspace, customer]);
}

/** Takes the customer's own numbers out of those of purchases whose number is another customer's. */
async function renameApart(tx: Tx, customer: string, own: readonly string[]): Promise<void> {
  const { rows } = await tx.client.query<{ id: string; number: string; own: string }>(
    `select p.id, left(p.number, -(length(o.number) + 3)) as number, o.number as own
     from purchase p join unnest($3::text[]) as o (number) on right(p.number, length(o.number) + 3) = ' (' || o.number || ')'
     where p.workspace_id = $1 and p.customer_id = $2`,
    [tx.workspace, customer, own],
  );
  if (rows.length === 0) return;
  await tx.client.query(
    `update purchase p set number = n.number from unnest($2::uuid[], $3::text[]) as n (id, number) where p.workspace_id = $1 and p.id = n.id`,
    [tx.workspace, rows.map(({ id }) => id), rows.map((row) => numberApart(tx, row.number, row.own))],
  );
}
