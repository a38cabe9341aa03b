import type { PersonalPart } from '#kit/server/personal.ts';

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
  erase: async (tx, { customer }) => {
    await tx.client.query('update purchase set customer_id = null where workspace_id = $1 and customer_id = $2', [tx.workspace, customer]);
  },
  fileRows: { table: 'purchase_import_set_aside', ofImport: 'purchase_import' },
};
