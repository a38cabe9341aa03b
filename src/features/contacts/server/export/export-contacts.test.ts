import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { listCustomFields, openPhoto, people } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { randomContacts } from '#fixtures/testing/random-contacts.ts';
import { tinyPng } from '#fixtures/testing/tiny-png.ts';
import { contactsWithin, exportContacts, type ExportFormat } from './export-contacts.ts';
import { contacts } from '../index.ts';
import { importContacts } from '../import/contact-imports.ts';
import { writeCard, type Contact } from '../../domain/index.ts';

const shop = openShop([people, contacts]);
const folder = mkdtempSync(join(tmpdir(), 'tend-export-'));
Object.assign(shop.services.config, { dataFolder: folder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
async function take(tx: Tx, bytes: string | Uint8Array) {
  const file = join(folder, String(files++));
  writeFileSync(file, bytes);
  return await importContacts(tx, shop.now(), file, shop.services.config);
}

async function bytesOf(tx: Tx, format: ExportFormat): Promise<Buffer> {
  return Buffer.concat(
    await Array.fromAsync(
      exportContacts(
        (read) => read(tx),
        format,
        (id) => openPhoto(shop.services.config, tx.workspace, id),
      ),
    ),
  );
}

/** Everyone as a contact, without the id, which belongs to one installation. */
async function everyone(tx: Tx): Promise<Contact[]> {
  const all = await Array.fromAsync(contactsWithin((read) => read(tx), await listCustomFields(tx)));
  return inOrder(all.map(({ contact }) => ({ ...contact, id: null })));
}

function inOrder(all: readonly Contact[]): Contact[] {
  return all.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** Two hundred customers with all that can be told of one; numbers and names differ, since they tell people apart. */
function sample(): string {
  const drawn = fc.sample(randomContacts, { numRuns: 200, seed: 7 });
  const organizations: string[] = [];
  const cards = drawn.map((one, index) => {
    const photo = { mediaType: 'image/png', base64: Buffer.from(tinyPng(index)).toString('base64') };
    const contact = {
      ...one,
      name: `${one.name} ${index}`,
      externalId: one.externalId === null ? null : `${index} ${one.externalId}`,
      emails: one.emails.map((email) => ({ ...email, value: `${index}.${email.value}` })),
      phones: one.phones.map(({ label }, place) => ({ label, value: `+30210${1_000_000 + index * 10 + place}` })),
      // Some belong to one that was told before, and some have others to look after them than whoever brings the file.
      parent: one.kind === 'organization' && index % 3 === 0 ? (organizations.at(-1) ?? null) : null,
      owner: index % 4 === 0 ? 'Nikos' : null,
      deputy: index % 8 === 0 ? 'Eleni' : null,
    };
    if (one.kind === 'organization') organizations.push(contact.name);
    return writeCard(contact, index % 3 === 0 ? photo : undefined);
  });
  return cards.join('');
}

describe.each(['csv', 'xlsx', 'vcard'] as const)('everyone we know, as %s', (format) => {
  test('brought back changes nothing, and brought elsewhere is the same again', async () => {
    const { ours, bytes } = await shop.inside(async (tx) => {
      expect(await take(tx, sample())).toMatchObject({ read: 200, made: 200, setAside: {}, warnings: {} });
      const before = await everyone(tx);
      const exported = await bytesOf(tx, format);
      expect(before.filter(({ parent }) => parent !== null).length).toBeGreaterThan(5);
      expect(before.filter(({ deputy }) => deputy !== null).length).toBeGreaterThan(5);
      expect(await take(tx, exported)).toMatchObject({
        read: before.length,
        made: 0,
        updated: 0,
        unchanged: before.length,
        setAside: {},
        warnings: {},
      });
      expect(await everyone(tx)).toEqual(before);
      return { ours: before, bytes: exported };
    });
    await shop.nextDoor(async (tx) => {
      expect(await take(tx, bytes)).toMatchObject({ read: ours.length, made: ours.length, setAside: {}, organizationsMade: 0 });
      // A table has no room for photos, and nobody of these colleagues works next door.
      const hers = ours.map((one) => ({ ...one, owner: 'Ann', deputy: null, ...(format === 'vcard' ? {} : { photo: null }) }));
      expect(await everyone(tx)).toEqual(inOrder(hers));
    });
  });
});

test('whoever has no right to it gets no export, and a look at it is written down', async () => {
  await shop.customer({ name: '=cmd|calc', phone: '+302101234567' });
  expect((await shop.request('nikos', 'get', '/api/contacts/export?format=csv')).status).toBe(403);
  const text = await shop.raw('eleni', '/api/contacts/export?format=csv');
  expect(text).toContain("'=cmd|calc");
  expect(text).toContain("'+302101234567");
  const { rows } = await shop.inside((tx) => tx.client.query("select detail from event where kind = 'contacts.exported'"));
  expect(rows).toEqual([{ detail: { format: 'csv' } }]);
});
