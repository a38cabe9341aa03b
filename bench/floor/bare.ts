import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { nameQuery } from '#features/people/server/index.ts';
import { newId } from '#kit/server/ids.ts';

/**
 * The least that a server can do: plain `node:http` and `pg`, one statement a request, no sign-in, no row-level security, no check of what comes
 * in. It answers the same from the same tables, so that the product can be measured against it.
 */
const workspace = process.env['BENCH_WORKSPACE'] ?? '';
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 12, options: `-c tend.workspace=${workspace}` });
const owner = process.env['BENCH_OWNER'] ?? '';

const row = `json_build_object('id', s.customer_id, 'name', s.name, 'kind', s.kind, 'externalId', s.external_id, 'stage', s.stage, 'risk', s.risk,
  'valueMinor', s.value_minor, 'valueAtRiskMinor', s.value_at_risk_minor, 'lastPurchaseOn', s.last_purchase_on, 'nextDueOn', s.next_due_on,
  'lastContactAt', s.last_contact_at, 'owner', json_build_object('id', c.id, 'name', c.name), 'isKey', s.key_since_on is not null)`;
const living = `from customer_summary s join colleague c on c.workspace_id = s.workspace_id and c.id = s.owner_id
  where s.workspace_id = $1 and s.as_of_on = 'infinity'`;

// The indexes of the list begin with stage and risk.
const richestFirst = 'order by s.value_minor desc, s.customer_id desc limit 50';
const richest = `select r.* from unnest(array['prospect', 'first-time', 'returning', 'lapsed']) as stage(one), unnest(array['calm', 'watch', 'at-risk', 'lost']) as risk(one),
  lateral (select * from customer_summary s where s.workspace_id = $1 and s.as_of_on = 'infinity' and s.stage = stage.one and s.risk = risk.one ${richestFirst}) r`;

async function list(): Promise<string> {
  const [page, count] = await Promise.all([
    rows('list', `select ${row} as one from (${richest}) s join colleague c on c.workspace_id = $1 and c.id = s.owner_id ${richestFirst}`, [
      workspace,
    ]),
    rows('count', `select count(*) as one from (select ${living} limit 1001) as counted`, [workspace]),
  ]);
  return JSON.stringify({ customers: page, count });
}

async function filter(name: string): Promise<string> {
  const text = `select json_build_object('fitting', count(*) over (), 'customer', ${row}) as one ${living}
    and s.customer_id in (select find_customers($2, 50001)) order by s.sort_name, s.customer_id limit 50`;
  return JSON.stringify({ customers: await rows('filter', text, [workspace, nameQuery(name)]) });
}

// Of those who fit a word a hundred are weighed against each other; where there are more, those who are called just so and those who matter most, too.
async function search(typed: string): Promise<string> {
  const query = nameQuery(typed) ?? '';
  const begun = [...query.matchAll(/'\$([^']+)'/g)].map(([, entry = '']) => entry);
  const text = `with first as materialized (select find_customers($2, 100) as id),
      more as (select where (select count(*) from first) = 100),
      found as (
        select id from first union select x from more, find_customers($3, 100) as x union select x from more, customers_at_hand($4, $5) as x
      )
    select json_build_object('id', c.id, 'name', c.name, 'kind', c.kind, 'latinName', c.latin_name, 'contactOnly', c.contact_only,
      'isKey', k.customer_id is not null, 'owner', json_build_object('id', o.id, 'name', o.name), 'emails', array(${points('email')}), 'phones', array(${points('phone')})) as one
    from found join customer c on c.workspace_id = $1 and c.id = found.id join colleague o on o.workspace_id = $1 and o.id = c.owner_id
    left join key_customer k on k.workspace_id = $1 and k.customer_id = c.id and k.removed_on is null
    order by string_to_array(c.search_name, ' ') && $6::text[] desc, k.customer_id is null, c.owner_id <> $5, length(c.name), c.name, c.id limit 10`;
  const values = [workspace, query, query.replaceAll(':*', ''), [` (${begun.join('|').replaceAll('^', '\\^')})`], owner, begun];
  return JSON.stringify({ found: await rows('search', text, values) });
}

const points = (kind: string) =>
  `select p.value from contact_point p where p.workspace_id = $1 and p.customer_id = c.id and p.kind = '${kind}' order by p.place`;

async function read(id: string): Promise<string> {
  const found = await pool.query<{ one: unknown }>({
    name: 'read',
    text: `select to_jsonb(c) || jsonb_build_object('owner', o.name, 'deputy', d.name, 'key', to_json(k),
        'points', (select json_agg(p order by p.place) from contact_point p where p.workspace_id = $1 and p.customer_id = c.id),
        'addresses', (select json_agg(a order by a.place) from postal_address a where a.workspace_id = $1 and a.customer_id = c.id)) as one
      from customer c join colleague o on o.workspace_id = $1 and o.id = c.owner_id
      left join colleague d on d.workspace_id = $1 and d.id = c.deputy_id
      left join key_customer k on k.workspace_id = $1 and k.customer_id = c.id and k.removed_on is null
      where c.workspace_id = $1 and c.id = $2`,
    values: [workspace, id],
  });
  return JSON.stringify(found.rows[0]?.one);
}

async function create(customers: readonly { name: string; kind: string }[]): Promise<string> {
  const ids = customers.map(() => newId());
  await pool.query(
    `with made as (
       insert into customer (workspace_id, id, kind, name, sort_name, search_name, owner_id, known_since_on)
       select $1, n.id, n.kind, n.name, n.name, ' ' || lower(n.name), $2, current_date from unnest($3::uuid[], $4::text[], $5::text[]) as n (id, kind, name)
       returning id, kind, name, sort_name, search_name
     )
     insert into customer_summary (workspace_id, customer_id, kind, name, sort_name, search_name, owner_id)
     select $1, id, kind, name, sort_name, search_name, $2 from made`,
    [workspace, owner, ids, customers.map((one) => one.kind), customers.map((one) => one.name)],
  );
  return JSON.stringify({ ids });
}

async function rows(name: string, text: string, values: unknown[]): Promise<unknown[]> {
  const found = await pool.query<{ one: unknown }>({ name, text, values });
  return found.rows.map((each) => each.one);
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
