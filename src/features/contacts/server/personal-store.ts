import { cellsTell, type PersonalPart } from '#kit/server/personal.ts';

export const personal: PersonalPart = {
  feature: 'contacts',
  rows: [
    {
      part: 'origins',
      from: 'contact_origin t',
      whose: 't.customer_id = $2',
      order: 't.source, t.key',
      covers: ['contact_origin.customer_id'],
      fields: { source: ['t.source', 'word'], key: ['t.key', 'text'] },
    },
  ],
  erase: async (tx, { marks }) => {
    await tx.client.query(`delete from contact_import_row where workspace_id = $1 and ${cellsTell}`, [tx.workspace, marks]);
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

const rowsBefore = `contact_import_row r where r.workspace_id = $1
  and exists (select from contact_import i where i.workspace_id = r.workspace_id and i.id = r.import_id and i.added_at < $2)`;
