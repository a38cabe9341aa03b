import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '#fixtures/random.ts';

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
  /** With what was noted of each last, and how often it was noted anew. */
  readonly customers: { readonly name: string; readonly id: string; note: string; changes: number }[];
  readonly touchpoints: string[];
  readonly promises: string[];
  readonly invited: string[];
  readonly imports: { readonly prefix: string; readonly lines: number; readonly totalMinor: number }[];
};

export type Clients = {
  readonly done: Work;
  readonly acknowledged: number;
  /** Asked again, since nobody had answered. */
  readonly askedAgain: number;
  /** Where edits are being asked for just now. */
  readonly open: readonly string[];
  /** Makes the workspace, signs in, and has a program outside told of each customer who is made. */
  begin(receiver: string): Promise<void>;
  /** Edits of a customer, one after the other, each once the one before was answered. */
  edit(name: string): Promise<void>;
  /** Somebody is invited, by a letter. */
  invite(name: string): Promise<void>;
  /** A file of sales is brought in; its taking in goes on when this has ended. */
  bringIn(prefix: string): Promise<void>;
};

const owner = { name: 'Fay Faults', email: 'fay@example.com', password: 'a well kept notebook' };
export const linesAnImport = 400;
/** So long does whoever has a bad connection try. */
const patience = 180_000;

/** Colleagues who want something of whichever server answers. `now` is the moment on the clocks of the servers. */
export function makeClients(addresses: () => readonly string[], now: () => Temporal.Instant, random: Random): Clients {
  const done: Work = { customers: [], touchpoints: [], promises: [], invited: [], imports: [] };
  let [acknowledged, askedAgain] = [0, 0];
  let cookie = '';
  const open: string[] = [];

  async function send(asked: Asked): Promise<boolean> {
    const answering = addresses();
    if (answering.length === 0) return false;
    const address = random.pick(answering);
    const { body } = asked;
    const isText = typeof body === 'string';
    if (!isText) open.push(address);
    try {
      const answer = await fetch(`${address}${asked.path}`, {
        method: asked.method,
        headers: { cookie, 'x-tend': '1', 'idempotency-key': asked.key, 'content-type': isText ? 'text/csv' : 'application/json' },
        ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
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
    } finally {
      if (!isText) open.splice(open.indexOf(address), 1);
    }
  }

  /** Until it is answered; as whoever has a bad connection does. */
  async function insist(method: string, path: string, body: unknown): Promise<Record<string, unknown>> {
    const asked: Asked = { method, path, body, key: randomUUID() };
    const until = performance.now() + patience;
    while (!asked.answer && !(await send(asked))) {
      askedAgain += 1;
      if (performance.now() > until) throw new Error(`${method} ${path} was not answered for ${patience / 60_000} minutes`);
      await delay(100);
    }
    return asked.answer ?? {};
  }

  return {
    done,
    get acknowledged() {
      return acknowledged;
    },
    get askedAgain() {
      return askedAgain;
    },
    open,
    begin: async (receiver) => {
      const workspace = { name: 'Faults', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens', owner };
      await insist('POST', '/api/workspaces', workspace);
      const told = { name: 'A program', url: receiver, kinds: ['customer.made'] };
      const { id } = await insist('POST', '/api/webhooks', told);
      await insist('POST', `/api/webhooks/${String(id)}/secret`, undefined);
    },
    edit: async (name) => {
      const made = await insist('POST', '/api/customers', { kind: 'person', name: `Fault ${name}` });
      const id = String(made['id']);
      const customer = { name: `Fault ${name}`, id, note: '', changes: 0 };
      done.customers.push(customer);
      const talk = { kind: 'call', direction: 'out', reached: true, at: longAgo().toString(), summary: `Talk ${name}` };
      await insist('POST', `/api/customers/${id}/touchpoints`, talk);
      done.touchpoints.push(`Talk ${name}`);
      for (const note of ['likes tea', 'likes coffee']) {
        await insist('PATCH', `/api/customers/${id}`, { note });
        Object.assign(customer, { note, changes: customer.changes + 1 });
      }
      const word = { what: `Word ${name}`, dueAt: now().add({ hours: 26 }).toString() };
      await insist('POST', `/api/customers/${id}/promises`, word);
      done.promises.push(`Word ${name}`);
    },
    invite: async (name) => {
      const guest = { name: `Guest ${name}`, email: `guest${name}@example.com`, role: 'reader' };
      await insist('POST', '/api/invitations', guest);
      done.invited.push(guest.email);
    },
    bringIn: async (prefix) => {
      const { file, totalMinor } = salesFile(prefix);
      const looked = await insist('POST', `/api/purchase-imports?name=${prefix}.csv`, file);
      await insist('POST', `/api/purchase-imports/${String(looked['import'])}/start`, { mapping: looked['mapping'] });
      done.imports.push({ prefix, lines: linesAnImport, totalMinor });
    },
  };
}

function salesFile(prefix: string): { file: string; totalMinor: number } {
  const day = longAgo().toZonedDateTimeISO('UTC').toPlainDate();
  const euros = Array.from({ length: linesAnImport }, (_, at) => (at % 9) + 1);
  const rows = euros.map((euro, at) => `${prefix}${at},${day.toString()},C${at % 17},P${at % 5},Tea ${at % 5},1,${euro}.50`);
  const file = ['Invoice,Date,Customer,Product,Name,Quantity,Price', ...rows].join('\n');
  return { file, totalMinor: euros.reduce((sum, euro) => sum + euro * 100 + 50, 0) };
}

/** Past on whatever clock. */
function longAgo(): Temporal.Instant {
  return Temporal.Now.instant().subtract({ hours: 24 * 9 });
}

class Unexpected extends Error {}
