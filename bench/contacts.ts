import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { insertColleague } from '#features/access/server/index.ts';
import { importContacts } from '#features/contacts/server/index.ts';
import { makeWorkspace } from '#features/workspace/server/index.ts';
import { newId } from '#kit/server/ids.ts';
import { openBenchDatabase } from './database.ts';

export const bench = {
  name: 'contacts',
  about: 'taking in an address book, and taking it in again [--contacts 100000]',
  run: async (args: string[]) => {
    const { values } = parseArgs({ args, options: { contacts: { type: 'string', default: '100000' } } });
    const folder = mkdtempSync(join(tmpdir(), 'tend-contacts-'));
    const server = await openBenchDatabase('contacts', { reset: true });
    try {
      const file = join(folder, 'contacts.csv');
      await pipeline(Readable.from(addressBook(Number(values.contacts))), createWriteStream(file));
      const workspace = newId();
      const now = Temporal.Now.instant();
      await server.database.transaction({ workspace }, async (tx) => {
        await makeWorkspace(tx, now, { name: 'Bench', language: 'en', currency: 'EUR', timeZone: 'Europe/Athens' });
        await insertColleague(tx, {
          id: newId(),
          account_id: null,
          name: 'Anna',
          email: 'anna@example.com',
          role: 'owner',
          language: 'en',
          calendar: 'gregorian',
          digits: 'latin',
        });
      });
      for (const time of ['first time ', 'second time']) {
        const start = performance.now();
        const { read, made, unchanged } = await server.database.transaction({ workspace }, (tx) => importContacts(tx, now, file));
        const seconds = (performance.now() - start) / 1000;
        console.log(
          `${time}  ${seconds.toFixed(1)} s   ${Math.round(read / seconds).toLocaleString('en')} a second   ${made} new, ${unchanged} unchanged`,
        );
      }
      console.log(`memory of this process at its highest: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const given = ['Maria', 'Nikos', 'Eleni', 'Γιώργος', 'Анна', 'Иван', 'مریم', 'Արամ'];
const family = ['Georgiou', 'Παπαδόπουλος', 'Петров', 'Јовановић', 'یوسفی', 'Հակոբյան'];

/** One in three works for one of a few thousand organizations. */
function* addressBook(contacts: number): Generator<string> {
  yield 'Number;First name;Last name;Email;Mobile;Company;City;Tags;Birthday\n';
  for (let one = 0; one < contacts; one++) {
    const name = `${given[one % given.length]};${family[one % family.length]} ${one % 997}`;
    const day = `${1 + (one % 28)}.${1 + (one % 12)}.${1950 + (one % 50)}`;
    yield `${one};${name};p${one}@example.com;69${10_000_000 + one};${one % 3 === 0 ? `Firm ${one % 5000}` : ''};Athens;${one % 2 ? 'Friends' : 'Suppliers'};${day}\n`;
  }
}
