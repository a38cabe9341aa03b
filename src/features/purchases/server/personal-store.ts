import { cellsTell, type PersonalPart } from '#kit/server/personal.ts';

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
  // What was bought stays among the sales, as if it had been anonymous from the beginning: every sum and count of the business is as it was.
  erase: async (tx, { customer, marks }) => {
    await tx.client.query('update purchase set customer_id = null where workspace_id = $1 and customer_id = $2', [tx.workspace, customer]);
    await tx.client.query(`delete from purchase_import_set_aside where workspace_id = $1 and ${cellsTell}`, [tx.workspace, marks]);
  },
  countFileRows: async (tx, before) => {
    const { rows } = await tx.client.query<{ count: number }>(`select count(*)::integer as count from ${rowsBefore}`, [
      tx.workspace,
      before.toString(),
    ]);
    return rows[0]?.count ?? 0;
  },
  forgetFileRows: async (tx, before) => {
    await tx.client.query(`delete from ${rowsBefore}`, [tx.workspace, before.toString()]);
  },
};

const rowsBefore = `purchase_import_set_aside r where r.workspace_id = $1
  and exists (select from purchase_import i where i.workspace_id = r.workspace_id and i.id = r.import_id and i.added_at < $2)`;
