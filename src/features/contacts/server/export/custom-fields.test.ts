import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { customFieldKinds, writtenValue } from '#features/people/domain/index.ts';
import {
  changeCustomer,
  createCustomer,
  defineCustomField,
  listCustomFields,
  namesOfCustomers,
  people,
  readCustomers,
} from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { importContacts, lookAt } from '../import/contact-imports.ts';
import { contacts } from '../index.ts';
import { exportContacts, type ExportFormat } from './export-contacts.ts';

const shop = openShop([people, contacts]);
const folder = mkdtempSync(join(tmpdir(), 'tend-custom-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(bytes: string | Uint8Array): string {
  const file = join(folder, String(files++));
  writeFileSync(file, bytes);
  return file;
}

/** A field of every kind, called as the kind. */
async function defineAll(tx: Tx): Promise<void> {
  for (const kind of customFieldKinds) {
    const choices = ['Light', 'Medium; rare', 'Dark'].map((name) => ({ name }));
    await defineCustomField(tx, shop.now(), undefined, { name: `Our ${kind}`, kind, currency: 'EUR', choices });
  }
}

/** What everybody has, by the names of customers and fields. */
async function known(tx: Tx): Promise<Record<string, Record<string, string>>> {
  const { rows } = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1', [tx.workspace]);
  const customers = await readCustomers(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await namesOfCustomers(tx, [...customers.keys()]);
  const fields = await listCustomFields(tx);
  return Object.fromEntries(
    [...customers.values()].map(({ name, custom }) => [
      name,
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = custom[field.id];
          return value === undefined ? [] : [[field.name, writtenValue(field, value, (person) => names.get(person) ?? '')] as const];
        }),
      ),
    ]),
  );
}

async function bytesOf(tx: Tx, format: ExportFormat): Promise<Buffer> {
  const pieces = exportContacts(
    (read) => read(tx),
    format,
    () => Promise.resolve(undefined),
  );
  return Buffer.concat(await Array.fromAsync(pieces));
}

describe.each(['csv', 'xlsx', 'vcard'] as const)('fields of the workspace’s own, as %s', (format) => {
  test('brought back change nothing, and brought elsewhere are the same again', async () => {
    const maria = await shop.customer({ name: 'Maria Georgiou', email: 'maria@example.com' });
    const artos = await shop.customer({ name: 'Artos', kind: 'organization', email: 'info@example.com' });
    const { ours, bytes } = await shop.inside(async (tx) => {
      await defineAll(tx);
      const [text, number, money, day, choice, several, person] = await listCustomFields(tx);
      const ids = [text, number, money, day, choice, several, person].map((field) => field?.id ?? '');
      const offered = choice?.choices.map(({ id }) => id) ?? [];
      const both = several?.choices.slice(1).map(({ id }) => id) ?? [];
      const values = ['=1+1; \\ two', -1234.5, 123_456, '2027-01-31', offered[2] ?? '', both, maria];
      const custom = Object.fromEntries(ids.map((id, place) => [id, values[place] ?? null]));
      await changeCustomer(tx, shop.now(), shop.eleni, artos, { custom });
      await changeCustomer(tx, shop.now(), shop.eleni, maria, { custom: { [ids[1] ?? '']: 1.234 } });
      const before = await known(tx);
      const exported = await bytesOf(tx, format);
      const again = await importContacts(tx, shop.now(), fileOf(exported), shop.services.config);
      expect(again).toMatchObject({ read: 2, updated: 0, unchanged: 2, warnings: {} });
      expect(await known(tx)).toEqual(before);
      return { ours: before, bytes: exported };
    });
    expect(ours).toEqual({
      'Maria Georgiou': { 'Our number': '1.234' },
      Artos: {
        'Our text': '=1+1; \\ two',
        'Our number': '-1234.5',
        'Our money': '1234.56',
        'Our date': '2027-01-31',
        'Our choice': 'Dark',
        'Our choices': 'Medium\\; rare; Dark',
        'Our person': 'Maria Georgiou',
      },
    });
    await shop.nextDoor(async (tx) => {
      await defineAll(tx);
      expect(await importContacts(tx, shop.now(), fileOf(bytes), shop.services.config)).toMatchObject({ made: 2, warnings: {} });
      expect(await known(tx)).toEqual(ours);
    });
  });
});

test('columns are known by the names of fields, values are read as people write them, and what is none is told', async () => {
  await shop.inside(async (tx) => {
    await defineAll(tx);
    const file = fileOf(
      [
        'Name;Our number;OUR MONEY;our date;Our choice;Our choices;Our person',
        'Maria;1.234,5;€ 1.500;31.1.2027;dark;Light;Petros',
        'Petros;many;12,5;1405/11/11;Burnt;Light; Maria',
        'Anna;;;;;;Nobody',
      ].join('\n'),
    );
    const { analysis, trial } = await lookAt(tx, shop.now(), file, {}, 100);
    expect(Object.values(analysis.mapping.columns).filter(({ field }) => field === 'custom')).toHaveLength(6);
    const warnings = { custom_unreadable: 2, custom_person_unknown: 1 };
    expect(trial).toMatchObject({ made: 3, warnings });
    expect(await importContacts(tx, shop.now(), file, shop.services.config)).toMatchObject({ made: 3, warnings });
    expect(await known(tx)).toEqual({
      Maria: {
        'Our number': '1234.5',
        'Our money': '1500.00',
        'Our date': '2027-01-31',
        'Our choice': 'Dark',
        'Our choices': 'Light',
        'Our person': 'Petros',
      },
      Petros: { 'Our money': '12.50', 'Our date': '2027-01-31', 'Our choices': 'Light', 'Our person': 'Maria' },
      Anna: {},
    });
  });
});

test('whoever is named and not known is told with the row, changes nothing however often that is brought, and is tied once they are there', async () => {
  await shop.inside(async (tx) => {
    await defineAll(tx);
    const file = fileOf('Customer number;Name;Our person;Our date\n7;Anna;Nobody;many\n8;Boris;Petros;\n9;Clio;Anna;');
    const bring = async () => await importContacts(tx, shop.now(), file);
    const unknown = { custom_person_unknown: 2, custom_unreadable: 1 };
    expect(await bring()).toMatchObject({ made: 3, warnings: unknown, withWarnings: 2 });
    const { rows } = await tx.client.query('select line, reasons from contact_import_row where workspace_id = $1 order by line', [
      tx.workspace,
    ]);
    expect(rows).toEqual([
      {
        line: 2,
        reasons: [
          { reason: 'custom_unreadable', value: 'Our date: many' },
          { reason: 'custom_person_unknown', value: 'Our person: Nobody' },
        ],
      },
      { line: 3, reasons: [{ reason: 'custom_person_unknown', value: 'Our person: Petros' }] },
    ]);
    expect(await bring()).toMatchObject({ made: 0, updated: 0, unchanged: 3, warnings: unknown, withWarnings: 2 });
    await createCustomer(tx, shop.now(), shop.eleni, { kind: 'person', name: 'Petros' });
    const once = { made: 0, updated: 1, unchanged: 2, warnings: { custom_person_unknown: 1 } };
    expect((await lookAt(tx, shop.now(), file, {}, 100)).trial).toMatchObject(once);
    expect(await bring()).toMatchObject(once);
    expect(await bring()).toMatchObject({ updated: 0, unchanged: 3, warnings: { custom_person_unknown: 1 } });
    expect(await known(tx)).toMatchObject({ Boris: { 'Our person': 'Petros' }, Clio: { 'Our person': 'Anna' } });
  });
});

test('a field that a colleague filled stays theirs, and one that an earlier import wrote follows the file', async () => {
  await shop.inside(async (tx) => {
    const id = await defineCustomField(tx, shop.now(), shop.eleni, { name: 'Kilos', kind: 'number' });
    const bring = async (kilos: string) => await importContacts(tx, shop.now(), fileOf(`Customer number;Name;Kilos\n7;Maria;${kilos}`));
    await bring('3');
    await bring('4');
    expect(await known(tx)).toEqual({ Maria: { Kilos: '4' } });
    const { rows } = await tx.client.query<{ id: string }>('select id from customer where workspace_id = $1', [tx.workspace]);
    await changeCustomer(tx, shop.now(), shop.eleni, rows[0]?.id ?? '', { custom: { [id]: 5 } });
    await bring('6');
    expect(await known(tx)).toEqual({ Maria: { Kilos: '5' } });
  });
});
