import type { Tx } from './transaction.ts';

/** The rows of a query, so many at a time, so that the memory needed does not grow with them. `cursor` is a name that nobody else uses. */
export async function* inBatches<Row extends object>(tx: Tx, cursor: string, query: string, size: number): AsyncGenerator<Row[]> {
  await tx.client.query(`declare ${cursor} no scroll cursor for ${query}`);
  try {
    for (;;) {
      const { rows } = await tx.client.query<Row>(`fetch ${size} from ${cursor}`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await tx.client.query(`close ${cursor}`);
  }
}
