import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** Something that is asked of a server, and asked again under the same key until it has answered. */
type Asked = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string;
  answer?: Record<string, unknown>;
};

/** What was done, as the servers said; each of it has to stand there exactly once. */
export type Work = {
  readonly customers: { readonly name: string; readonly id: string }[];
  readonly touchpoints: string[];
  readonly promises: string[];
  readonly invited: string[];
  readonly imports: { readonly prefix: string; readonly lines: number }[];
};

export type Clients = {
  readonly done: Work;
  readonly acknowledged: number;
  /** Asked again, since nobody had answered. */
  readonly askedAgain: number;
  /** Makes the workspace and signs in. */
  begin(): Promise<void>;
  /** A handful of edits at once, a letter, and an import now and then; ends when all of it was answered. */
  work(number: number, chance: () => number): Promise<void>;
};

const owner = { name: 'Fay Faults', email: 'fay@example.com', password: 'a well kept notebook' };
const linesAnImport = 120;

/** Colleagues who want something of whichever server answers. `now` is the moment on the clocks of the servers. */
export function makeClients(addresses: () => readonly string[], now: () => Temporal.Instant): Clients {
  const done: Work = { customers: [], touchpoints: [], promises: [], invited: [], imports: [] };
  let [acknowledged, askedAgain] = [0, 0];
  let cookie = '';

  async function send(asked: Asked, chance: () => number): Promise<boolean> {
    const open = addresses();
    const address = open[Math.floor(chance() * open.length)];
    if (address === undefined) return false;
    const { body } = asked;
    const isText = typeof body === 'string';
    try {
      const answer = await fetch(`${address}${asked.path}`, {
        method: asked.method,
        headers: { cookie, 'x-tend': '1', 'idempotency-key': asked.key, 'content-type': isText ? 'text/csv' : 'application/json' },
        body: isText ? body : JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await answer.text();
      if (answer.status >= 500) return false;
      // What was answered with a secret is not told a second time; that it was done is.
      const isDone = answer.ok || text.includes('idempotency_key.already_answered');
      if (!isDone) throw new Unexpected(`${asked.method} ${asked.path} answered ${answer.status}: ${text}`);
      asked.answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
      if (asked.path === '/api/workspaces' || asked.path === '/api/session')
        cookie = answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ');
      acknowledged += 1;
      return true;
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      return false;
    }
  }

  /** Until it is answered; as whoever has a bad connection does. */
  async function insist(asked: Asked, chance: () => number): Promise<Record<string, unknown>> {
    const patience = Date.now() + 90_000;
    while (!asked.answer && !(await send(asked, chance))) {
      askedAgain += 1;
      if (Date.now() > patience) throw new Error(`${asked.method} ${asked.path} was not answered for a minute and a half`);
      await delay(100);
    }
    return asked.answer ?? {};
  }

  const ask = (method: string, path: string, body: unknown): Asked => ({ method, path, body, key: randomUUID() });

  async function bringIn(prefix: string, chance: () => number): Promise<void> {
    const day = longAgo().toZonedDateTimeISO('UTC').toPlainDate();
    const rows = Array.from(
      { length: linesAnImport },
      (_, at) => `${prefix}${at},${day.toString()},C${at % 17},P${at % 5},Tea ${at % 5},1,${(at % 9) + 1}.50`,
    );
    const file = ['Invoice,Date,Customer,Product,Name,Quantity,Price', ...rows].join('\n');
    const looked = await insist(ask('POST', `/api/purchase-imports?name=${prefix}.csv`, file), chance);
    await insist(ask('POST', `/api/purchase-imports/${String(looked['import'])}/start`, { mapping: looked['mapping'] }), chance);
    done.imports.push({ prefix, lines: linesAnImport });
  }

  async function keepInTouch(name: string, chance: () => number): Promise<void> {
    const { id } = await insist(ask('POST', '/api/customers', { kind: 'person', name: `Fault ${name}` }), chance);
    const customer = String(id);
    done.customers.push({ name: `Fault ${name}`, id: customer });
    const talk = { kind: 'call', direction: 'out', reached: true, at: longAgo().toString(), summary: `Talk ${name}` };
    await insist(ask('POST', `/api/customers/${customer}/touchpoints`, talk), chance);
    done.touchpoints.push(`Talk ${name}`);
    const word = { what: `Word ${name}`, dueAt: now().add({ hours: 26 }).toString() };
    await insist(ask('POST', `/api/customers/${customer}/promises`, word), chance);
    done.promises.push(`Word ${name}`);
  }

  async function invite(number: number, chance: () => number): Promise<void> {
    const guest = { name: `Guest ${number}`, email: `guest${number}@example.com`, role: 'reader' };
    await insist(ask('POST', '/api/invitations', guest), chance);
    done.invited.push(guest.email);
  }

  return {
    done,
    get acknowledged() {
      return acknowledged;
    },
    get askedAgain() {
      return askedAgain;
    },
    begin: async () => {
      const workspace = { name: 'Faults', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
      await insist(ask('POST', '/api/workspaces', workspace), Math.random);
    },
    work: async (number, chance) => {
      const chains = [1, 2, 3].map((one) => keepInTouch(`${number}-${one}`, chance));
      const others = [invite(number, chance), ...(chance() < 0.25 ? [bringIn(`N${number}-`, chance)] : [])];
      await Promise.all([...chains, ...others]);
    },
  };
}

/** Past on whatever clock. */
function longAgo(): Temporal.Instant {
  return Temporal.Now.instant().subtract({ hours: 24 * 9 });
}

class Unexpected extends Error {}
