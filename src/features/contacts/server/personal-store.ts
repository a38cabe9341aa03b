import { leaveTraces } from '#features/people/server/index.ts';
import type { PersonalPart } from '#kit/server/personal.ts';
import { listOriginsOf, originSign } from './import/origin-store.ts';

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
  // The same address book would otherwise bring back whoever it tells by a key of its own, or by the name alone.
  erase: async (tx, { erasure, customer }) => {
    const origins = await listOriginsOf(tx, customer);
    await leaveTraces(
      tx,
      erasure,
      origins.map(({ source, key }) => originSign(source, key)),
    );
  },
  fileRows: { table: 'contact_import_row', ofImport: 'contact_import' },
};
