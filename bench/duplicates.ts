import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { insertColleague } from '#features/access/server/index.ts';
import { lookForDuplicates } from '#features/people/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { newId } from '#kit/server/ids.ts';
import { openBenchDatabase, type BenchDatabase } from './database.ts';
import { labelledRecords, type LabelledRecord } from './generate/twins.ts';

const day = Temporal.Instant.from('2026-06-01T02:00:00Z');

export const bench = {
  name: 'duplicates',
  about:
    'duplicates found among customers of whom it is known which are one: precision, recall, F1, time [--customers 1000000] [--missed 0]',
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: { customers: { type: 'string', default: '1000000' }, missed: { type: 'string', default: '0' } },
    });
    const opened = await openBenchDatabase('bench_duplicates', { reset: true });
    const workspace = newId();
    const start = performance.now();
    await fill(opened, workspace, Number(values.customers));
    console.log(`${values.customers} customers made in ${seconds(start)}`);

    const before = process.resourceUsage().maxRSS;
    const look = performance.now();
    const looked = await opened.database.transaction({ workspace }, (tx) => lookForDuplicates(tx, day));
    console.log(`looked at in ${seconds(look)}: ${looked.compared} pairs compared, ${looked.found} worth showing`);
    console.log(`peak memory ${megabytes(process.resourceUsage().maxRSS)}, of which before the look ${megabytes(before)}\n`);
    await score(opened, workspace, Number(values.missed));
    await opened.close();
  },
};

async function fill(opened: BenchDatabase, workspace: string, customers: number): Promise<void> {
  const owner = newId();
  await opened.database.transaction({ workspace }, async (tx) => {
    await makeWorkspace(tx, day, { name: 'Bench', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' });
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    await insertColleague(tx, { ...seat, id: owner, name: 'Owner', email: 'owner@example.com', role: 'owner' });
  });
  await asOwner(opened, async (client) => {
    await client.query(
      `set session_replication_role = replica;
       create temporary table labelled (n integer, entity integer, kind text, name text, given text, patronymic text, family text, email text,
         phone text, y integer, m integer, d integer, street text, city text)`,
    );
    await pipeline(Readable.from(lines(customers)), client.query(copyFrom('copy labelled from stdin')));
    const id = (column: string, part: number) => `('00000000-0000-7000-800${part}-' || lpad(to_hex(${column}), 12, '0'))::uuid`;
    await client.query(
      `insert into customer (workspace_id, id, kind, external_id, name, sort_name, search_name, given, patronymic, family, email, phone,
         birth_calendar, birth_year, birth_month, birth_day, owner_id, known_since_on)
       select '${workspace}'::uuid, ${id('n', 1)}, kind, entity || '/' || n, name, name, '', given, patronymic, family, email, phone,
         case when y is null then null else 'gregory' end, y, m, d, '${owner}'::uuid, '2026-01-01'::date from labelled`,
    );
    await client.query(
      `insert into contact_point (workspace_id, id, customer_id, kind, value, place)
       select '${workspace}'::uuid, ${id('n', 2)}, ${id('n', 1)}, 'email', email, 0 from labelled where email is not null
       union all select '${workspace}'::uuid, ${id('n', 3)}, ${id('n', 1)}, 'phone', phone, 0 from labelled where phone is not null`,
    );
    await client.query(
      `insert into postal_address (workspace_id, id, customer_id, street, city, place)
       select '${workspace}'::uuid, ${id('n', 4)}, ${id('n', 1)}, street, city, 0 from labelled where city is not null or street is not null`,
    );
    await client.query('vacuum analyze');
  });
}

function* lines(customers: number): Generator<string> {
  let n = 0;
  let piece = '';
  for (const record of labelledRecords(customers)) {
    n += 1;
    piece += lineOf(n, record);
    if (piece.length < 60_000) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function lineOf(n: number, record: LabelledRecord): string {
  const { entity, kind, name, given, patronymic, family, email, phone, birthday, street, city } = record;
  const values = [n, entity, kind, name, given, patronymic, family, email, phone, ...(birthday ?? [null, null, null]), street, city];
  return `${values.map((value) => (value === null ? '\\N' : String(value))).join('\t')}\n`;
}

/** At each threshold: of the pairs shown how many are one customer, and of those that are, how many are shown. */
async function score(opened: BenchDatabase, workspace: string, missed: number): Promise<void> {
  await asOwner(opened, async (client) => {
    await client.query(
      `create temporary table truth as
       select a.id as one, b.id as other, a.kind from customer a join customer b on split_part(a.external_id, '/', 1) = split_part(b.external_id, '/', 1) and a.id < b.id
       where a.workspace_id = '${workspace}' and b.workspace_id = '${workspace}'`,
    );
    for (const kind of ['person', 'organization', undefined]) {
      const of = kind === undefined ? 'true' : `c.kind = '${kind}'`;
      console.log(kind ?? 'all');
      for (const threshold of [0.5, 0.75, 0.9, 0.99]) {
        const { rows } = await client.query<{ shown: number; right: number; truth: number }>(
          `select count(*)::integer as shown, count(t.one)::integer as right, (select count(*)::integer from truth c where ${of}) as truth
           from duplicate_candidate d join customer c on c.id = d.one_id left join truth t on t.one = d.one_id and t.other = d.other_id
           where d.probability >= ${threshold} and ${of}`,
        );
        const { shown = 0, right = 0, truth = 0 } = rows[0] ?? {};
        const [precision, recall] = [right / shown, right / truth];
        const f1 = (2 * precision * recall) / (precision + recall);
        console.log(
          `  from ${threshold.toFixed(2)}: precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  (${shown} shown, ${truth} are one)`,
        );
      }
    }
    if (missed > 0) await showMistakes(client, missed);
  });
}

async function showMistakes(client: pg.Client, most: number): Promise<void> {
  const line = (of: string) =>
    `concat_ws(' · ', ${of}.name, ${of}.given, ${of}.family, ${of}.email, ${of}.phone, ${of}.birth_year, ${of}.birth_month, ${of}.birth_day)`;
  const wrong = await client.query(
    `select round(d.probability::numeric, 3) as p, ${line('a')} as one, ${line('b')} as other, d.reasons::text as reasons
     from duplicate_candidate d join customer a on a.id = d.one_id join customer b on b.id = d.other_id
     where not exists (select from truth t where t.one = d.one_id and t.other = d.other_id) order by md5(d.one_id::text) limit ${most}`,
  );
  const lost = await client.query(
    `select ${line('a')} as one, ${line('b')} as other from truth t join customer a on a.id = t.one join customer b on b.id = t.other
     where not exists (select from duplicate_candidate d where t.one = d.one_id and t.other = d.other_id) order by md5(t.one::text) limit ${most}`,
  );
  console.log('shown, but not one:', wrong.rows);
  console.log('one, but not shown:', lost.rows);
}

async function asOwner<T>(opened: BenchDatabase, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: opened.ownerUrl });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function megabytes(kilobytes: number): string {
  return `${Math.round(kilobytes / 1024)} MiB`;
}
