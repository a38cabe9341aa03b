import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { exampleOf, jsonSchemaOf } from '#kit/contract/example.ts';
import type { Database } from '#kit/server/db/index.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { describeError, makeLog } from '#kit/server/log.ts';
import type { Services } from '#kit/server/services.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { makeHttp } from './http.ts';
import { makeServices, refreshTouched } from './services.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const db = useTestDatabase({ refreshTouched: refreshTouched(clock) });
const routes = features.flatMap((feature) => feature.handlers ?? []).map((handler) => handler.route);

/** What somebody typed about somebody, in every form in which it is typed. */
const probes = ['probe.person@secret.example', '+306900112233', 'Probina Sekretova, Προμπίνα Μυστική'];
/** Nothing of them is found even where they were cut, folded or encoded. */
const traces = /probe|probin|sekretov|secret\.example|6900112233|Προμπ|Μυστικ|%CE%A0/i;

let services: Services;
let ours: Filled;
let cookie: string;
const lines: string[] = [];

beforeEach(async () => {
  lines.length = 0;
  const config = { ...testConfig('/tmp/tend-log'), port: 8363, secret: 'a secret of the tests only', logLevel: 'debug' as const };
  const log = makeLog(config, { write: (line: string) => lines.push(line) });
  services = { ...makeServices(config, db, clock), log };
  ours = await fillWorkspace(services, 'ours@example.com');
  const answer = await appOn(db).request('/api/session', {
    method: 'POST',
    headers: { 'x-tend': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ours@example.com', password: 'a long password' }),
  });
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
});

const limits = makeLimits({ signedOutChanges: 100_000, any: 100_000 });
const appOn = (database: Database) => makeHttp({ ...services, database }, { limits });

/** The same value with a probe wherever a text can stand. */
function probed(value: unknown, probe: string): unknown {
  if (typeof value === 'string') return probe;
  if (Array.isArray(value)) return value.map((one) => probed(one, probe));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, probed(one, probe)]));
}

async function askEverything(database: Database): Promise<number> {
  const app = appOn(database);
  let asked = 0;
  // What happens as it happens has no end, the sample takes its time, and whoever signs out sees no more.
  const left = /^\/api\/(?:live|sample)$/;
  for (const route of routes.filter(({ method, path }) => !left.test(path) && !(method === 'delete' && path.includes('session')))) {
    for (const probe of probes) {
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        asked % 2 === 0 ? encodeURIComponent(probe) : (ours.ids[name] ?? 'missing'),
      );
      const query = route.query
        ? `?${Object.keys(route.query._zod.def.shape)
            .map((name) => `${name}=${encodeURIComponent(probe)}`)
            .join('&')}`
        : '';
      const example = route.body ? exampleOf(jsonSchemaOf(route.body, 'input')) : undefined;
      const body = route.method === 'get' ? undefined : route.body ? JSON.stringify(probed(example, probe)) : probe;
      const answer = await app.request(`${path}${query}`, {
        method: route.method.toUpperCase(),
        headers: {
          cookie,
          'x-tend': '1',
          'content-type': 'application/json',
          'user-agent': probe.replaceAll(/[^\x20-\x7e]/g, '?'),
          'idempotency-key': `k${asked}`,
        },
        ...(body === undefined ? {} : { body }),
      });
      await answer.body?.cancel();
      asked += 1;
    }
  }
  return asked;
}

test('nothing that somebody types reaches the log, whatever field of whatever request it stands in', async () => {
  const asked = await askEverything(db);
  expect(lines.length).toBeGreaterThanOrEqual(asked);
  expect(lines.filter((line) => traces.test(line))).toEqual([]);
}, 240_000);

test('nor when the database refuses it, and quotes what it refuses', async () => {
  const refusal = () =>
    Object.assign(new pg.DatabaseError(`duplicate key value: ${probes.join(' ')}`, 1, 'error'), {
      code: '23505',
      detail: `Key (email)=(${probes[0]}) already exists.`,
      where: `COPY person, line 1: "${probes[2]}"`,
      table: 'customer',
      constraint: 'customer_by_external_id',
    });
  const broken: Database = {
    ...db,
    transaction: async () => await Promise.reject(refusal()),
    read: async () => await Promise.reject(refusal()),
  };
  const path = `/api/customers/${ours.ids['customer']}`;
  const app = makeHttp({ ...services, database: broken }, { limits });
  await app.request(path, { headers: { cookie } });
  services.log.error({ err: refusal(), job: 'workspace.refresh' }, 'a job failed');
  expect(lines.filter((line) => traces.test(line))).toEqual([]);
  expect(lines.at(-1)).toContain('customer_by_external_id');
});

test('of an error the log says what kind it is and where it happened', () => {
  const error = new Error(`cannot parse "${probes[0]}"\n    at ${probes[2]} (x.ts:1:1)`, { cause: new TypeError(probes[1]) });
  const described = describeError(error);
  expect(described).toMatchObject({ type: 'Error', cause: { type: 'TypeError' } });
  expect(JSON.stringify(described)).toContain('log.test.ts');
  expect(JSON.stringify(described)).not.toMatch(traces);
  expect(describeError('probe')).toEqual({ type: 'string' });
});
