import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { givableRights, rightsOf, roles, type Right, type Role } from '#features/access/domain/index.ts';
import { foundWorkspace, insertColleague, makeKey } from '#features/access/server/index.ts';
import { tools } from '#features/assistant/server/index.ts';
import { exampleOf, jsonSchemaOf } from '#kit/contract/example.ts';
import { newId } from '#kit/server/ids.ts';
import { forgetToAskForTheWorkspace } from '#kit/server/testing/index.ts';
import { makeHttp } from './http.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';
import { openOwnInstallation, type OwnInstallation } from './testing/own-installation.ts';

const now = Temporal.Instant.from('2026-03-02T08:00:00Z');
let own: OwnInstallation;
let ours: Filled;
let stranger: string;
let theirs: { workspace: string; owner: string };

beforeAll(async () => {
  own = await openOwnInstallation(() => now);
  ours = await fillWorkspace(own.services, 'ours@example.com');
  const owner = { name: 'Eve', email: 'eve@example.com', password: 'a long password' };
  const told = { name: 'Theirs', language: 'en', currency: 'EUR', timeZone: 'Europe/London', owner } as const;
  const made = await foundWorkspace(own.services, told, { onlyFirst: false });
  theirs = { workspace: made.workspace.id, owner: made.owner };
  stranger = await keyOf(theirs, givableRights('owner'), false);
});
afterAll(async () => await own.close());

async function keyOf(of: { workspace: string; owner: string }, rights: readonly Right[], isReadOnly: boolean): Promise<string> {
  return await own.services.database.transaction({ workspace: of.workspace }, async (tx) => {
    const told = { name: 'An assistant', rights, isReadOnly, days: null };
    return (await makeKey(tx, now, { colleague: of.owner, role: 'owner' }, told)).key;
  });
}

/** A key of a colleague of this role, with all that they may give one. */
async function keyOfRole({ workspace }: { workspace: string }, role: Role): Promise<string> {
  return await own.services.database.transaction({ workspace }, async (tx) => {
    const seat = { account_id: null, language: 'en', calendar: 'gregorian', digits: 'latin' } as const;
    const colleague = newId();
    await insertColleague(tx, { ...seat, id: colleague, name: role, email: `${colleague}@example.com`, role });
    const told = { name: `An assistant of a ${role}`, rights: givableRights(role), isReadOnly: false, days: null };
    return (await makeKey(tx, now, { colleague, role }, told)).key;
  });
}

async function overHttp(key: string): Promise<Client> {
  const app = makeHttp(own.services);
  const client = new Client({ name: 'a test', version: '1' });
  const headers = { authorization: `Bearer ${key}` };
  const fetch = async (url: string | URL, init?: RequestInit) => await app.request(new Request(url, init));
  const transport = new StreamableHTTPClientTransport(new URL('http://tend.test/mcp'), { fetch, requestInit: { headers } });
  // The transport's own types are of an older TypeScript without exact optional properties.
  await client.connect(transport);
  return client;
}

async function overStdio(key: string, agrees?: boolean): Promise<{ client: Client; asked: string[] }> {
  const asked: string[] = [];
  const client = new Client({ name: 'a test', version: '1' }, { capabilities: agrees === undefined ? {} : { elicitation: {} } });
  if (agrees !== undefined)
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params.message);
      return { action: 'accept', content: { agreed: agrees } };
    });
  const main = join(import.meta.dirname, 'main.js');
  const env = {
    PATH: process.env['PATH'] ?? '',
    TEND_KEY: key,
    DATABASE_URL: own.ownerUrl,
    TEND_DATA: own.services.config.dataFolder,
    LANG: 'en',
  };
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [main, 'mcp'], env, stderr: 'inherit' }));
  return { client, asked };
}

async function call(client: Client, name: string, input: object): Promise<Record<string, unknown>> {
  const { content, isError } = await client.callTool({ name, arguments: { ...input } });
  const [first] = content as { text: string }[];
  const text = first?.text ?? '';
  const told = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
  return isError === true ? { isError, ...told } : told;
}

const all = () => keyOf(ours, givableRights('owner'), false);
const namesOf = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);

test('a key has the tools that its rights allow, and one that only reads has those that change nothing', async () => {
  expect(await namesOf(await overHttp(await all()))).toEqual(tools.map(({ name }) => name));
  const reading = await namesOf(await overHttp(await keyOf(ours, givableRights('owner'), true)));
  expect(reading).toEqual([
    'find_customers',
    'list_customers',
    'brief_customer',
    'list_touchpoints',
    'list_colleagues',
    'today',
    'list_promises',
  ]);
  expect(await namesOf(await overHttp(await keyOf(ours, rightsOf('reader'), false)))).toEqual(reading);
  const some = await overHttp(await keyOf(ours, ['keepPreferences'], false));
  expect(await namesOf(some).catch(() => [])).toEqual([]);
});

test.each(roles)('a %s has the tools whose every route the table of rights gives them, and is refused the others', async (role) => {
  const client = await overHttp(await keyOfRole(ours, role));
  const isOpen = ({ routes }: (typeof tools)[number]) => routes.every(({ caller }) => rightsOf(role).some((right) => right === caller));
  expect(await namesOf(client)).toEqual(tools.filter(isOpen).map(({ name }) => name));
  const before = await ours.fingerprint();
  for (const { name, input } of tools.filter((one) => !isOpen(one))) {
    const refused = await client
      .callTool({ name, arguments: exampleFor(input) })
      .catch((error: unknown) => ({ isError: error instanceof Error }));
    expect([name, refused.isError]).toEqual([name, true]);
  }
  // When a key was last used is written down with it.
  const changed = Object.entries(await ours.fingerprint()).filter(([table, print]) => before[table] !== print && table !== 'api_key');
  expect(changed).toEqual([]);
});

function exampleFor(input: (typeof tools)[number]['input']): Record<string, unknown> {
  const id = (field: string) => ours.ids[field.replace(/Ids?$|s$/, '')] ?? ours.ids['customer'] ?? '';
  return exampleOf(jsonSchemaOf(input, 'input'), id) as Record<string, unknown>;
}

test('the everyday jobs are done in a conversation', async () => {
  const client = await overHttp(await all());
  const { found } = (await call(client, 'find_customers', { text: 'kyra confidential' })) as { found: { id: string; name: string }[] };
  const customer = found.find(({ name }) => name === 'Kyra Confidential')?.id ?? '';
  const promise = await call(client, 'give_promise', { customer, what: 'call about the figs', dueAt: '2026-03-03T10:00:00Z' });
  expect(promise).toMatchObject({ what: 'call about the figs', state: 'open' });
  const logged = await call(client, 'log_touchpoint', { customer, kind: 'call', summary: 'asked about figs', minutes: 5, pulse: 5 });
  expect(logged).toMatchObject({ summary: 'asked about figs', direction: 'out', pulse: 5 });
  await call(client, 'note_fact', { customer, kind: 'preference', text: 'likes figs' });
  await call(client, 'add_tags', { customer, names: ['figs'] });
  const brief = await call(client, 'brief_customer', { customer });
  expect(brief).toMatchObject({ customer: { name: 'Kyra Confidential', pulse: { value: 5 } }, sensitiveFactsNotShown: 1 });
  expect(JSON.stringify(brief)).toContain('likes figs');
  expect(JSON.stringify(brief)).not.toContain('a confidential illness');
  expect(brief['tags']).toContain('figs');
  const today = (await call(client, 'today', {})) as { day: string; entries: unknown[] };
  expect(today.day).toBe('2026-03-02');
  expect(await call(client, 'keep_promise', { promise: promise['id'] })).toMatchObject({ state: 'kept' });
});

test('what is refused comes back with its code and its reason', async () => {
  const client = await overHttp(await all());
  const late = await call(client, 'give_promise', { customer: ours.ids['customer'], what: 'x', dueAt: '2026-03-01T10:00:00Z' });
  expect(late).toMatchObject({ isError: true, refused: 'promise.due_in_past', status: 422 });
  const unlisted = await overHttp(await keyOf(ours, rightsOf('reader'), false));
  await expect(call(unlisted, 'keep_promise', { promise: ours.ids['promise'] })).resolves.toMatchObject({ isError: true });
});

test('what cannot be taken back is asked about first: nothing happens without the token, and that confirms nothing else', async () => {
  const client = await overHttp(await all());
  const customer = ours.ids['customer'] ?? '';
  const { id: promise } = await call(client, 'give_promise', { customer, what: 'lend the ladder', dueAt: '2026-03-04T10:00:00Z' });
  const first = await call(client, 'admit_broken_promise', { promise });
  expect(first).toMatchObject({ done: false, consequence: expect.stringContaining('lend the ladder') as string });
  const confirmation = String(first['confirmation']);
  const other = await call(client, 'release_promise', { promise, confirmation });
  expect(other).toMatchObject({ isError: true, refused: 'assistant.not_confirmed' });
  expect(await call(client, 'admit_broken_promise', { promise, confirmation })).toMatchObject({ state: 'broken' });
  // Said twice it is done once.
  expect(await call(client, 'admit_broken_promise', { promise, confirmation })).toMatchObject({ state: 'broken' });
});

test('no tool gives a key of another workspace anything of ours, or changes anything of ours, whatever the role of whose it is', async () => {
  await expectNothingLeaks(stranger);
  for (const role of roles) await expectNothingLeaks(await keyOfRole(theirs, role));
}, 120_000);

test('and none does when the application forgets to ask for its own workspace', async () => {
  const asked = forgetToAskForTheWorkspace();
  try {
    await expectNothingLeaks(stranger);
  } finally {
    asked.stop();
  }
  expect(asked.changed()).toBeGreaterThan(20);
});

async function expectNothingLeaks(key: string): Promise<void> {
  const client = await overHttp(key);
  const before = await ours.fingerprint();
  const leaks = [];
  for (const tool of tools) {
    const input = exampleFor(tool.input);
    const first = await call(client, tool.name, { ...input, ...(tool.consequence ? { confirmation: undefined } : {}) });
    const second =
      typeof first['confirmation'] === 'string' ? await call(client, tool.name, { ...input, confirmation: first['confirmation'] }) : {};
    const text = JSON.stringify([first, second]);
    const told = ours.secrets.filter((secret) => text.includes(secret));
    if (told.length > 0) leaks.push({ tool: tool.name, told });
  }
  expect(leaks).toEqual([]);
  expect(await ours.fingerprint()).toEqual(before);
}

test('whoever has no key, or one that opens nothing, gets nowhere', async () => {
  const app = makeHttp(own.services);
  const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const post = async (more: Record<string, string>) =>
    await app.request('/mcp', { method: 'POST', headers: { ...headers, ...more }, body: message });
  for (const more of [{}, { authorization: 'Bearer tend_x' }]) {
    const refused = await post(more);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  }
  expect((await post({ authorization: `Bearer ${stranger}`, origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await app.request('/mcp', { headers })).status).toBe(405);
});

test('over standard input and output the colleague’s own program asks them, and a no is a no', async () => {
  const key = await all();
  const { client, asked } = await overStdio(key, false);
  try {
    expect(await namesOf(client)).toEqual(tools.map(({ name }) => name));
    const customer = ours.ids['customer'] ?? '';
    const { id: touchpoint } = await call(client, 'log_touchpoint', { customer, kind: 'note', summary: 'by mistake' });
    expect(await call(client, 'remove_touchpoint', { customer, touchpoint })).toMatchObject({ done: false });
    expect(asked).toEqual([expect.stringContaining('by mistake')]);
    const still = (await call(client, 'list_touchpoints', { customer })) as { touchpoints: { id: string }[] };
    expect(still.touchpoints.map(({ id }) => id)).toContain(touchpoint);
  } finally {
    await client.close();
  }
});

test('and a yes is a yes', async () => {
  const { client } = await overStdio(await all(), true);
  try {
    const customer = ours.ids['customer'] ?? '';
    const { id: touchpoint } = await call(client, 'log_touchpoint', { customer, kind: 'note', summary: 'by mistake, too' });
    expect(await call(client, 'remove_touchpoint', { customer, touchpoint })).toEqual({ done: true });
  } finally {
    await client.close();
  }
});
