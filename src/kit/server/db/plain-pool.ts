import pg from 'pg';

/** The pool as a library sees it that knows dates as `Date` and nothing of Temporal. */
export function plainPool(pool: pg.Pool): pg.Pool {
  const plain = (client: pg.PoolClient) => ({
    query: (text: string, values: unknown[]) => client.query({ text, values, types: pg.types }),
    release: (error?: Error) => client.release(error),
  });
  return { connect: async () => plain(await pool.connect()), end: async () => {} } as unknown as pg.Pool;
}
