import type { PersonalPart } from '#kit/server/personal.ts';

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
  fileRows: { table: 'contact_import_row', ofImport: 'contact_import' },
};
