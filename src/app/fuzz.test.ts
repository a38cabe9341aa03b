import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeKey } from '#features/access/server/index.ts';
import { givableRights, rightsOf } from '#features/access/domain/index.ts';
import type { Route } from '#kit/contract/route.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import type { Services } from '#kit/server/services.ts';
import { features } from './features.ts';
import { makeHttp } from './http.ts';
import { fillWorkspace, type Filled } from './testing/filled-workspace.ts';
import { createRandom, type Random } from '#fixtures/random.ts';
import { makeRequest, manners, type Made, type Manner } from './testing/fuzz/requests.ts';
import { openOwnInstallation } from './testing/own-installation.ts';

/*
 * Every route, with requests made from its own contract: right, nearly right and hostile. Some of them run with all tests, always the same;
 * `npm run test:fuzz` runs 20,000 others, whose seed it prints: `npm run test:fuzz -- 20000 SEED` runs them again.
 */
const count = Number(process.env['TEND_FUZZ_REQUESTS'] ?? 600);
const seed = Number(process.env['TEND_FUZZ_SEED'] ?? (process.env['TEND_FUZZ_REQUESTS'] === undefined ? 2026 : randomInt(2 ** 31)));

/** So long may an answer take, on a busy machine too. */
const longest = 30_000;

const clock = () => Temporal.Instant.from('2026-03-02T08:00:00Z');
// The sample takes its time; the streams of what happens have no end, and have tests of their own.
const left = ['/api/sample', '/api/live'];
const routes = features.flatMap((feature) => feature.handlers ?? []).flatMap(({ route }) => (left.includes(route.path) ? [] : route));

test(
  `no request makes a route fail, hang, or reach into another workspace (${count} requests, seed ${seed})`,
  async () => {
    const world = await openWorld();
    try {
      const random = createRandom(String(seed));
      const before = await world.ours.fingerprint();
      const wrong: object[] = [];
      const answered = new Map<string, number>();
      for (let made = 0; made < count && wrong.length < 20; made += 1) {
        const route = routes[made % routes.length] ?? routes[0];
        if (!route) break;
        const manner = random.pick(manners);
        const request = makeRequest(random, route, manner, world.idsFor(random, manner));
        const caller = await world.callerOf(random, route, request);
        const outcome = await send(world.fetch, request);
        answered.set(`${manner} ${outcome.status}`, (answered.get(`${manner} ${outcome.status}`) ?? 0) + 1);
        const told = world.secrets.filter((secret) => outcome.text.includes(secret) && !mentions(request, secret));
        if (outcome.status >= 500 || outcome.status === 0 || told.length > 0)
          wrong.push({
            number: made,
            route: `${route.method} ${route.path}`,
            manner,
            caller,
            ...outcome,
            because: world.failure(),
            told,
            ...shown(request),
          });
      }
      report(answered, wrong.length);
      expect(wrong).toEqual([]);
      expect(await world.ours.fingerprint()).toEqual(before);
    } finally {
      await world.close();
    }
  },
  Math.max(120_000, count * 200),
);

type Outcome = { readonly status: number; readonly text: string };

async function send(fetch: (request: Request) => Promise<Response>, { method, address, headers, body }: Made): Promise<Outcome> {
  let url: string;
  try {
    url = new URL(address, 'http://tend.test').href;
  } catch {
    return { status: 400, text: '' };
  }
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
  const answering = (async () => {
    const answer = await fetch(request);
    return { status: answer.status, text: await answer.text() };
  })();
  const { promise: late, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => resolve({ status: 0, text: `no answer within ${longest} ms` }), longest);
  try {
    return await Promise.race([answering, late]);
  } catch (error) {
    return { status: 599, text: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** A real database of its own: what is asked is committed, as it is for people. */
async function openWorld() {
  const own = await openOwnInstallation(clock);
  const { services } = own;
  // Why something failed stands in the log; here it stands beside the request.
  let failure = '';
  services.log.error = (told: unknown) => {
    const reason = (told as { err?: unknown }).err;
    failure = reason instanceof Error ? (reason.stack ?? reason.message).slice(0, 700) : String(reason);
  };
  const app = makeHttp(services, { limits: makeLimits({ signedOutChanges: 1e9, any: 1e9 }) });
  const ours = await fillWorkspace(services, 'ours@example.com');
  const intruders = await openIntruders(services, async (request) => await app.request(request));
  return {
    ours,
    secrets: [ours.workspace, ...new Set(Object.values(ours.ids))],
    fetch: async (request: Request) => await app.request(request),
    failure: () => failure,
    idsFor: (random: Random, manner: Manner) => idsOf(random, manner, intruders.theirs(), ours),
    callerOf: intruders.callerOf,
    close: async () => await own.close(),
  };
}

/** Ids by the names of their fields: one's own, now and then somebody else's, or nobody's. */
function idsOf(random: Random, manner: Manner, theirs: Filled, ours: Filled): (field: string) => string {
  return (field) => {
    const known = (filled: Filled) => Object.entries(filled.ids).find(([name]) => name === field.replace(/Ids?$|s$/, ''))?.[1];
    if (manner !== 'valid' && random.chance(0.2)) return known(ours) ?? ours.owner;
    if (random.chance(0.1)) return '0197f3c2-1d2e-7a3b-8c4d-5e6f70819293';
    return known(theirs) ?? theirs.owner;
  };
}

/** A workspace next door, whose owner is let do whatever they like: with a session, with keys, or as nobody. When they have locked themselves out, there is another one. */
async function openIntruders(services: Services, fetch: (request: Request) => Promise<Response>) {
  let round = 0;
  let theirs = await fillWorkspace(services, 'theirs0@example.com');
  let [cookie, keys] = await comeIn('theirs0@example.com');

  async function comeIn(email: string): Promise<[string, string[]]> {
    const headers = { 'x-tend': '1', 'content-type': 'application/json' };
    const body = JSON.stringify({ email, password: 'a long password' });
    const answer = await fetch(new Request('http://tend.test/api/session', { method: 'POST', headers, body }));
    const jar = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    const rights = givableRights('owner');
    const made = await services.database.transaction({ workspace: theirs.workspace }, async (tx) => {
      const maker = { colleague: theirs.owner, role: 'owner' } as const;
      const told = { name: 'fuzz', days: null };
      return [
        await makeKey(tx, clock(), maker, { ...told, rights, isReadOnly: false }),
        await makeKey(tx, clock(), maker, { ...told, rights, isReadOnly: true }),
        await makeKey(tx, clock(), maker, { ...told, rights: rightsOf('reader'), isReadOnly: false }),
      ];
    });
    return [jar.join('; '), made.map(({ key }) => key)];
  }

  async function isIn(headers: Record<string, string>): Promise<boolean> {
    const answer = await fetch(new Request('http://tend.test/api/session', { headers }));
    const told = (await answer.json()) as { colleague?: { role: string } | null };
    return answer.ok && told.colleague?.role === 'owner';
  }

  async function renew(): Promise<void> {
    const [key = ''] = keys;
    if ((await isIn({ cookie })) && (await isIn({ authorization: `Bearer ${key}` }))) return;
    round += 1;
    const email = `theirs${round}@example.com`;
    theirs = await fillWorkspace(services, email);
    [cookie, keys] = await comeIn(email);
  }

  let asked = 0;
  async function callerOf(random: Random, route: Route, { headers }: Made): Promise<string> {
    asked += 1;
    if (asked % 25 === 0) await renew();
    const dice = random.unit();
    if (dice < 0.06) return 'nobody';
    if (dice < 0.1) {
      headers.set(
        'authorization',
        random.pick(['Bearer tend_x', 'Bearer ', 'Basic YTpi', `Bearer tend_${newIdLike(random)}.${'A'.repeat(43)}`]),
      );
      return 'a wrong key';
    }
    if (dice < 0.5 || route.caller === 'account') {
      headers.set('cookie', cookie);
      return 'a session';
    }
    const place = random.whole(0, keys.length + 1);
    headers.set('authorization', `Bearer ${keys[place] ?? keys[0]}`);
    return `key ${place}`;
  }

  return { theirs: () => theirs, callerOf };
}

function newIdLike(random: Random): string {
  return '0197f3c2-1d2e-7a3b-8c4d-5e6f7081929'.concat(String(random.whole(0, 9)));
}

function mentions({ address, body }: Made, secret: string): boolean {
  return address.includes(secret) || (typeof body === 'string' && body.includes(secret));
}

function shown({ method, address, headers, body }: Made) {
  const told = typeof body === 'string' ? body.slice(0, 600) : body === undefined ? '' : 'bytes';
  return {
    method,
    address: address.slice(0, 300),
    headers: [...headers].map(([name, value]) => `${name}: ${value.slice(0, 60)}`),
    body: told,
  };
}

function report(answered: ReadonlyMap<string, number>, wrong: number): void {
  if (process.env['TEND_FUZZ_REQUESTS'] === undefined) return;
  const total = [...answered.values()].reduce((sum, one) => sum + one, 0);
  const lines = [...answered].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([what, times]) => `  ${what}: ${times}`);
  process.stdout.write(`${total} requests to ${routes.length} routes, seed ${seed}, ${wrong} wrong\n${lines.join('\n')}\n`);
}
