import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { searchPatterns } from '#features/people/server/index.ts';
import { newId } from '#kit/server/ids.ts';

/**
 * The least that a server can do: plain `node:http` and `pg`, one statement a request, no sign-in, no row-level security, no check of what comes
 * in. It answers the same from the same tables, so that the product can be measured against it.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12 });
const workspace = process.env['BENCH_WORKSPACE'] ?? '';
const owner = process.env['BENCH_OWNER'] ?? '';

const row = `json_build_object('id', s.customer_id, 'name', s.name, 'kind', s.kind, 'externalId', s.external_id, 'stage', s.stage, 'risk', s.risk,
  'valueMinor', s.value_minor, 'valueAtRiskMinor', s.value_at_risk_minor, 'lastPurchaseOn', s.last_purchase_on, 'nextDueOn', s.next_due_on,
  'lastContactAt', s.last_contact_at, 'owner', json_build_object('id', c.id, 'name', c.name), 'isKey', s.key_since_on is not null)`;
const living = `from customer_summary s join colleague c on c.workspace_id = s.workspace_id and c.id = s.owner_id
  where s.workspace_id = $1 and s.as_of_on = 'infinity'`;

async function list(): Promise<string> {
  return await rows('list', `select ${row} as one ${living} order by s.value_minor desc, s.customer_id desc limit 50`, [workspace]);
}

async function filter(name: string): Promise<string> {
  const text = `select ${row} as one ${living} and s.search_name like any ($2) order by s.sort_name, s.customer_id limit 50`;
  return await rows('filter', text, [workspace, searchPatterns(name)[0]]);
}

async function search(text: string): Promise<string> {
  return await rows(
    'search',
    `select json_build_object('id', s.customer_id, 'name', s.name, 'kind', s.kind) as one from customer_summary s
     where s.workspace_id = $1 and s.as_of_on = 'infinity' and s.search_name like any ($2) limit 10`,
    [workspace, searchPatterns(text)[0]],
  );
}

async function read(id: string): Promise<string> {
  const found = await pool.query<{ one: unknown }>({
    name: 'read',
    text: `select to_json(c) as one from customer c where c.workspace_id = $1 and c.id = $2`,
    values: [workspace, id],
  });
  return JSON.stringify(found.rows[0]?.one);
}

async function create(customers: readonly { name: string; kind: string }[]): Promise<string> {
  const ids = customers.map(() => newId());
  await pool.query(
    `insert into customer (workspace_id, id, kind, name, sort_name, search_name, owner_id, known_since_on)
     select $1, n.id, n.kind, n.name, n.name, ' ' || lower(n.name), $2, current_date from unnest($3::uuid[], $4::text[], $5::text[]) as n (id, kind, name)`,
    [workspace, owner, ids, customers.map((one) => one.kind), customers.map((one) => one.name)],
  );
  return JSON.stringify({ ids });
}

async function rows(name: string, text: string, values: unknown[]): Promise<string> {
  const found = await pool.query<{ one: unknown }>({ name, text, values });
  return JSON.stringify({ customers: found.rows.map((each) => each.one) });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text);
}

async function answer(request: IncomingMessage): Promise<string> {
  const url = new URL(request.url ?? '/', 'http://bench');
  if (url.pathname === '/api/customers/many') return await create(((await bodyOf(request)) as { customers: [] }).customers);
  if (request.method === 'POST') return await create([(await bodyOf(request)) as { name: string; kind: string }]);
  if (url.pathname === '/api/find') return await search(url.searchParams.get('text') ?? '');
  if (url.pathname !== '/api/customers') return await read(url.pathname.slice('/api/customers/'.length));
  const name = url.searchParams.get('name');
  return name === null ? await list() : await filter(name);
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
