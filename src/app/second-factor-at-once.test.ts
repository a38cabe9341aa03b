import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundWorkspace } from '#features/access/server/index.ts';
import { codeOf } from '#fixtures/authenticator-app.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { makeApi } from './http.ts';
import { openOwnInstallation, type OwnInstallation } from './testing/own-installation.ts';

// Several connections and real commits, as two browsers have them; codes of an app go by the clock of the machine.
const owner = { name: 'Eleni', email: 'eleni@example.com', password: 'a drawer of odd spoons' };
let ours: OwnInstallation;
let api: ReturnType<typeof makeApi>;
let uri = '';
let recoveryCodes: string[] = [];

beforeAll(async () => {
  ours = await openOwnInstallation(() => Temporal.Now.instant());
  api = makeApi(ours.services, makeLimits({ signedOutChanges: 1000, any: 100_000 }));
  const place = { name: 'Kafeneio', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' } as const;
  await foundWorkspace(ours.services, { ...place, owner }, { onlyFirst: true });
  const cookie = await passwordShown();
  const begun = await ask('POST', '/api/me/second-factor', { password: owner.password }, cookie);
  ({ uri, codes: recoveryCodes } = (await begun.json()) as { uri: string; codes: string[] });
  await ask('PUT', '/api/me/second-factor', { code: codeOf(uri) }, cookie);
});
afterAll(() => ours.close());

async function ask(method: string, path: string, body: object, cookie = ''): Promise<Response> {
  return await api.request(path, {
    method,
    headers: { 'x-tend': '1', 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
}

/** A browser that has shown the password. */
async function passwordShown(): Promise<string> {
  const answer = await ask('POST', '/api/session', { email: owner.email, password: owner.password });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** What several browsers that have shown the password are answered to one code at once. */
async function shownAtOnce(code: string): Promise<{ letIn: number; refused: number }> {
  const browsers = [await passwordShown(), await passwordShown(), await passwordShown()];
  const answers = await Promise.all(browsers.map((cookie) => ask('POST', '/api/session/second-factor', { code }, cookie)));
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  return { letIn: count(200), refused: count(422) };
}

test('of several who show the same code of the app at once, one comes in', async () => {
  // That of the next half minute counts as well, so it has not been shown yet, however fast this is.
  expect(await shownAtOnce(codeOf(uri, 1))).toEqual({ letIn: 1, refused: 2 });
});

test('of several who show the same recovery code at once, one comes in', async () => {
  for (const code of recoveryCodes.slice(0, 4)) expect(await shownAtOnce(code)).toEqual({ letIn: 1, refused: 2 });
});
