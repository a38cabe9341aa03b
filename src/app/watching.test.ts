import { beforeEach, expect, test } from 'vitest';
import { makeLimits } from '#kit/server/http/index.ts';
import { makeMetrics } from '#kit/server/metrics.ts';
import type { Services } from '#kit/server/services.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { makeHttp } from './http.ts';
import { makeServices, refreshTouched } from './services.ts';
import type { OwnState } from './watching.ts';
import { fillWorkspace } from './testing/filled-workspace.ts';

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const db = useTestDatabase({ refreshTouched: refreshTouched(clock) });
let services: Services;

beforeEach(() => {
  services = { ...makeServices({ ...testConfig('/tmp/tend-watching'), port: 8363 }, db, clock), metrics: makeMetrics(db) };
});

type Asking = { services?: Services; ownState?: OwnState; from?: string; headers?: Record<string, string> };

async function ask(path: string, asking: Asking = {}): Promise<{ status: number; text: string }> {
  const { ownState = { isWorking: true, isStopping: false }, from = '127.0.0.1', headers = {} } = asking;
  const limits = makeLimits({ signedOutChanges: 1000, any: 100_000 });
  const app = makeHttp(asking.services ?? services, { limits, ownState: () => ownState });
  const answer = await app.request(path, { headers }, { incoming: { socket: { remoteAddress: from } } });
  return { status: answer.status, text: await answer.text() };
}

test('a server is ready when its database answers with the schema it knows, its worker works, and it is not stopping', async () => {
  expect(await ask('/readyz')).toMatchObject({ status: 200 });
  expect(await ask('/readyz', { ownState: { isWorking: true, isStopping: true } })).toMatchObject({ status: 503 });
  const noWorker = await ask('/readyz', { ownState: { isWorking: false, isStopping: false } });
  expect(noWorker.status).toBe(503);
  expect(JSON.parse(noWorker.text)).toEqual({
    isReady: false,
    database: 'reachable',
    schema: 'current',
    worker: 'stopped',
    isStopping: false,
  });
  const unreachable = { ...db, read: async () => await Promise.reject(new Error('the database is away')) };
  const away = await ask('/readyz', { services: { ...services, database: unreachable } });
  expect([away.status, JSON.parse(away.text)]).toMatchObject([503, { database: 'unreachable', schema: 'unknown' }]);
  const older = { ...db, read: async () => '0001_ground.sql' as never };
  expect(JSON.parse((await ask('/readyz', { services: { ...services, database: older } })).text)).toMatchObject({
    isReady: false,
    schema: 'other',
  });
  expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok' });
});

test('figures are for programs of the same machine, or for whoever brings the token', async () => {
  const withConfig = (own: Partial<Services['config']>) => ({ ...services, config: { ...services.config, ...own } });
  expect((await ask('/metrics')).status).toBe(200);
  expect((await ask('/metrics', { from: '::1' })).status).toBe(200);
  expect((await ask('/metrics', { from: '192.0.2.7' })).status).toBe(403);
  expect((await ask('/metrics', { headers: { 'x-forwarded-for': '192.0.2.7' } })).status).toBe(403);
  expect((await ask('/metrics', { services: withConfig({ publicUrl: 'https://tend.example.com' }) })).status).toBe(403);
  const guarded = withConfig({ metricsToken: 'a token of some length' });
  expect((await ask('/metrics', { services: guarded })).status).toBe(403);
  expect((await ask('/metrics', { services: guarded, headers: { authorization: 'Bearer another' } })).status).toBe(403);
  const right = { services: guarded, from: '192.0.2.7', headers: { authorization: 'Bearer a token of some length' } };
  expect((await ask('/metrics', right)).status).toBe(200);
});

test('figures tell of routes by their template, of jobs and of duties, and of nobody', async () => {
  const ours = await fillWorkspace(services, 'ours@example.com');
  const customer = ours.ids['customer'] ?? '';
  await ask(`/api/customers/${customer}`);
  await ask(`/api/nowhere/${customer}`);
  await ask(`/customers/${customer}`);
  services.metrics.noteJob({ name: 'workspace.refresh', wentWell: false, seconds: 0.2 });
  const { text } = await ask('/metrics');
  expect(text).toContain('tend_request_seconds_count{method="GET",route="/api/customers/{customer}",status="401"} 1');
  expect(text).toContain('route="/api/*",status="404"');
  expect(text).toContain('tend_job_failures_total{job="workspace.refresh"} 1');
  expect(text).toContain('tend_database_reachable 1');
  expect(text).toMatch(/tend_info\{version="\d+\.\d+\.\d+"\} 1/);
  for (const secret of ours.secrets) expect(text).not.toContain(secret);
});
