import { parseArgs } from 'node:util';
import { findAnyone, type Found } from '#features/people/server/index.ts';
import { createRandom, type Random } from '#fixtures/random.ts';
import { quantile } from './database.ts';
import { openBenchBusiness } from './fill.ts';

type Business = Pick<Awaited<ReturnType<typeof openBenchBusiness>>, 'database' | 'workspace' | 'colleagues'>;
type Someone = {
  readonly id: string;
  readonly name: string;
  readonly latin: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};
type Kind = { readonly what: string; readonly text: (one: Someone, random: Random) => string | null };

const aimMs = 30;

/** What people type when they look for somebody: to its end letter by letter, each of them a search. */
const kinds: readonly Kind[] = [
  { what: 'family name', text: ({ name }) => last(name) },
  { what: 'given and family name', text: ({ name }) => `${first(name)} ${last(name)}` },
  { what: 'in Latin letters', text: ({ latin }) => (latin === null ? null : last(latin).toLowerCase()) },
  { what: 'telephone, national', text: ({ phone }) => (phone === null ? null : `0${phone.slice(3)}`) },
  { what: 'telephone, international', text: ({ phone }) => phone },
  { what: 'last digits of a telephone', text: ({ phone }) => phone?.slice(-6) ?? null },
  { what: 'e-mail', text: ({ email }) => email },
  { what: 'a letter wrong', text: ({ latin }, random) => (latin === null ? null : slip(last(latin).toLowerCase(), random)) },
  { what: 'nobody', text: (_, random) => Array.from({ length: 8 }, () => random.pick([...'bcdfgklmnprstvz'])).join('') },
];

export const bench = {
  name: 'search',
  about: 'finding anyone while typing, letter by letter [--customers 1000000] [--people 40]',
  run: async (args: string[]) => {
    const { values } = parseArgs({
      args,
      options: { customers: { type: 'string', default: '1000000' }, people: { type: 'string', default: '40' } },
    });
    const business = await openBenchBusiness(Number(values.customers));
    try {
      await measure(business, Number(values.customers), Number(values.people));
    } finally {
      await business.close();
    }
  },
};

export async function measure(business: Business, customers: number, people: number): Promise<void> {
  const random = createRandom('search');
  const sample = await drawPeople(business, customers, people, random);
  const times = new Map<string, number[]>(kinds.map(({ what }) => [what, []]));
  const missed = new Map<string, number>();
  // The first round warms up what a running shop has warm.
  for (const counts of [false, true]) {
    for (const one of sample) {
      for (const { what, text } of kinds) {
        const typed = text(one, random);
        if (typed === null) continue;
        const letters = Array.from(typed);
        for (let length = 1; length <= letters.length; length += 1) {
          const start = performance.now();
          const found = await find(business, letters.slice(0, length).join(''));
          if (!counts) continue;
          times.get(what)?.push(performance.now() - start);
          if (length === letters.length && what !== 'nobody' && found.length === 0) missed.set(what, (missed.get(what) ?? 0) + 1);
        }
      }
    }
  }
  console.log(`finding anyone while typing, ${customers.toLocaleString('en')} customers, milliseconds a letter\n`);
  console.log(
    `${''.padEnd(28)}${'letters'.padStart(9)}${'median'.padStart(9)}${'95 %'.padStart(9)}${'longest'.padStart(9)}   found nobody`,
  );
  for (const [what, all] of times) console.log(`${lineOf(what, all)}   ${what === 'nobody' ? '' : (missed.get(what) ?? 0)}`);
  const all = [...times.values()].flat();
  console.log(`\n${lineOf('all', all)}   aim: 95 % under ${aimMs}${quantile(all, 0.95) < aimMs ? '' : ' MISSED'}`);
}

async function drawPeople({ database, workspace }: Business, customers: number, count: number, random: Random): Promise<Someone[]> {
  return await database.transaction({ workspace }, async (tx) => {
    const people: Someone[] = [];
    while (people.length < count) {
      const { rows } = await tx.client.query<Someone>(
        `select id, name, latin_name as latin, phone, email from customer where workspace_id = $1 and kind = 'person'
         and external_id = $2`,
        [workspace, String(10_001 + random.whole(0, customers - 1))],
      );
      people.push(...rows);
    }
    return people;
  });
}

async function find({ database, workspace, colleagues }: Business, text: string): Promise<readonly Found[]> {
  return await database.transaction({ workspace }, (tx) => findAnyone(tx, { text, asker: colleagues[1], limit: 10 }));
}

function lineOf(what: string, times: readonly number[]): string {
  const figure = (value: number) => value.toFixed(1).padStart(9);
  return `${what.padEnd(28)}${String(times.length).padStart(9)}${figure(quantile(times, 0.5))}${figure(quantile(times, 0.95))}${figure(Math.max(...times))}`;
}

function first(name: string): string {
  return name.split(' ')[0] ?? name;
}

function last(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

/** A letter too many, too few, another one, or two swapped, behind the first. */
function slip(word: string, random: Random): string {
  const at = random.whole(1, Math.max(1, word.length - 2));
  const [before, after] = [word.slice(0, at), word.slice(at)];
  const letter = random.pick([...'aeioulnrst']);
  return random.pick([
    before + letter + after,
    before + after.slice(1),
    before + letter + after.slice(1),
    before + after.charAt(1) + after.charAt(0) + after.slice(2),
  ]);
}
