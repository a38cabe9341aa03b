import type { Selectable } from 'kysely';
import type { Tx } from '#kit/server/db/index.ts';
import type { PersonalPart } from '#kit/server/personal.ts';
import type { ConsentTables } from './tables.ts';

export type ConsentRow = Omit<Selectable<ConsentTables['consent']>, 'workspace_id'>;

export async function insertConsent(tx: Tx, row: ConsentRow): Promise<void> {
  await tx
    .over<ConsentTables>()
    .insertInto('consent')
    .values({ workspace_id: tx.workspace, ...row })
    .execute();
}

/** Everything a customer said about it, the latest first. */
export async function listConsents(tx: Tx, customer: string): Promise<ConsentRow[]> {
  return await tx
    .over<ConsentTables>()
    .selectFrom('consent')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', '=', customer)
    .orderBy('said_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export const personal: PersonalPart = {
  feature: 'consent',
  rows: [
    {
      part: 'consents',
      from: 'consent t',
      whose: 't.customer_id = $2',
      order: 't.said_at, t.id',
      covers: ['consent.customer_id'],
      fields: {
        purpose: ['t.purpose', 'word'],
        channel: ['t.channel', 'word'],
        allowed: ['t.is_given', 'flag'],
        source: ['t.source', 'word'],
        evidence: ['t.evidence', 'text'],
        at: ['t.said_at', 'moment'],
        by: ['t.noted_by', 'colleague'],
      },
    },
  ],
};
