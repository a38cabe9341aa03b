import { expect, test } from 'vitest';
import { foundWorkspace } from '#features/access/server/index.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { makeHttp } from './http.ts';
import { makeServices } from './services.ts';

const db = useTestDatabase();
const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
const owner = { name: 'Eleni', email: 'eleni@example.com', password: 'a drawer of odd spoons' };

function open(publicUrl: string | undefined) {
  const services = makeServices({ ...testConfig('/tmp/tend-http'), secret: 'a secret of the tests only', publicUrl }, db, clock);
  return { services, app: makeHttp(services) };
}

async function signIn({ app, services }: ReturnType<typeof open>) {
  const place = { name: 'Kafeneio', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' } as const;
  await foundWorkspace(services, { ...place, owner }, { onlyFirst: false });
  const { email, password } = owner;
  return await app.request('/api/session', {
    method: 'POST',
    headers: { 'x-tend': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

test.each(['/api/session', '/api/nowhere', '/healthz', '/', '/sign-in'])('%s cannot be framed, sniffed or referred from', async (path) => {
  const { headers } = await open('https://tend.example.com').app.request(path);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get('content-security-policy')).toContain("base-uri 'none'");
  expect(headers.get('content-security-policy')).not.toContain('unsafe');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect(headers.get('access-control-allow-origin')).toBeNull();
});

test('what the interface answers is kept in no cache, and runs nothing if it is opened as a page', async () => {
  const { headers } = await open(undefined).app.request('/api/session');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('without TLS nobody is told to insist on it', async () => {
  expect((await open(undefined).app.request('/healthz')).headers.get('strict-transport-security')).toBeNull();
});

test('the cookie of a session is for this host alone, over TLS, and no script reads it', async () => {
  const answer = await signIn(open('https://tend.example.com'));
  expect(answer.status).toBe(200);
  const [cookie = ''] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-tend\.session_token=/);
  for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(part);
  expect(cookie).not.toMatch(/domain=/i);
  const token = decodeURIComponent(/=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
  expect(token.length).toBeGreaterThanOrEqual(32);
  expect(await answer.text()).not.toContain(token);
});

test('on a machine without TLS it is a plain one', async () => {
  const [cookie = ''] = (await signIn(open(undefined))).headers.getSetCookie();
  expect(cookie).toMatch(/^tend\.session_token=/);
  expect(cookie).not.toContain('Secure');
});
