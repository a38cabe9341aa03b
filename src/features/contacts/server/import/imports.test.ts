import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { tinyPng } from '#fixtures/testing/tiny-png.ts';
import { contacts } from '../index.ts';
import { contactImports, lookAt } from './contact-imports.ts';

const shop = openShop([people, contacts]);
const never = new AbortController().signal;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tend-contacts-'));
  Object.assign(shop.services.config, { dataFolder: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = 'Number;Name;Email;Mobile;Company;Job title;Birthday;Tags';

let files = 0;
async function take(tx: Tx, lines: readonly string[] | string, given: Parameters<typeof lookAt>[3] = {}) {
  const file = join(folder, String(files++));
  writeFileSync(file, typeof lines === 'string' ? lines : lines.join('\n'));
  const { analysis } = await lookAt(tx, shop.now(), file, given, 0);
  return (await contactImports.bring(tx, shop.now(), { file, mapping: analysis.mapping, config: shop.services.config })).result;
}

/** Who is known, in words: `Μαρία Γεωργίου person contact maria@example.com +306971234567 | Λογίστρια @ Άλφα | Φίλοι`. */
async function known(tx: Tx): Promise<string[]> {
  const { rows } = await tx.client.query<{ words: string }>(
    `select concat_ws(' ', c.name, c.kind, case when c.contact_only then 'contact' end, c.external_id,
         (select string_agg(value, ' ' order by kind, place) from contact_point p where p.customer_id = c.id))
       || coalesce(' | ' || (select string_agg(concat_ws(' ', r.role, '@', o.name), ', ') from contact_role r join customer o on o.id = r.organization_id where r.person_id = c.id), '')
       || coalesce(' | ' || (select string_agg(t.name, ', ' order by t.name) from customer_tag ct join tag t on t.id = ct.tag_id where ct.customer_id = c.id), '') as words
     from customer c where c.workspace_id = $1 order by c.name collate "C"`,
    [tx.workspace],
  );
  return rows.map((row) => row.words);
}

const maria = '17;Maria Georgiou;Maria@Example.com;697 123 4567;Alpha;Accountant;15.4.1980;Friends';

describe('an address book', () => {
  test('becomes customers, contacts and the organizations that it names', async () => {
    await shop.inside(async (tx) => {
      const result = await take(tx, [header, maria, '18;Nikos Petrou;nikos@example.com;;;;;', ';;;;Beta;;;']);
      expect(result).toMatchObject({
        read: 3,
        made: 3,
        updated: 0,
        unchanged: 0,
        setAside: {},
        warnings: {},
        contactsMade: 1,
        organizationsMade: 1,
      });
      expect(await known(tx)).toEqual([
        'Alpha organization',
        'Beta organization',
        'Maria Georgiou person contact 17 maria@example.com +306971234567 | Accountant @ Alpha | Friends',
        'Nikos Petrou person 18 nikos@example.com',
      ]);
    });
  });

  test('brought again changes nothing', async () => {
    await shop.inside(async (tx) => {
      const lines = [header, maria, ';Nikos Petrou;nikos@example.com;;;;;', ';Eva;;;;;;', ';;;;Beta;;;'];
      await take(tx, lines);
      const before = await known(tx);
      expect(await take(tx, lines)).toMatchObject({ read: 4, made: 0, updated: 0, unchanged: 4, organizationsMade: 0 });
      expect(await known(tx)).toEqual(before);
    });
  });

  test('fills what was empty, and writes over only what it wrote itself', async () => {
    await shop.inside(async (tx) => {
      await take(tx, [header, maria]);
      await tx.client.query("update customer set nickname = 'Mary', birth_day = 16 where name = 'Maria Georgiou'");
      expect(
        await take(tx, [
          `${header};Nickname;Profession`,
          '17;Maria Georgiou-Petrou;m.g@example.com;;Alpha;Director;17.4.1980;;Marika;Lawyer',
        ]),
      ).toMatchObject({
        updated: 1,
        made: 0,
      });
      const { rows } = await tx.client.query("select name, nickname, profession, birth_day, email from customer where external_id = '17'");
      expect(rows).toEqual([
        { name: 'Maria Georgiou-Petrou', nickname: 'Mary', profession: 'Lawyer', birth_day: 16, email: 'maria@example.com' },
      ]);
      expect((await known(tx)).at(-1)).toBe(
        'Maria Georgiou-Petrou person contact 17 maria@example.com m.g@example.com +306971234567 | Director @ Alpha | Friends',
      );
    });
  });

  test('knows people by e-mail or number together with their name', async () => {
    await shop.customer({ name: 'Μαρία Γεωργίου', email: 'maria@example.com' });
    await shop.customer({ name: 'Nikos Petrou', phone: '+302101234567' });
    await shop.inside(async (tx) => {
      const result = await take(tx, [
        'Name,Email,Phone',
        'Georgiou Maria,maria@example.com,',
        'Nikos Petrou,,0030 210 1234567',
        // A colleague with the same number is somebody else.
        'Anna Ioannou,,2101234567',
      ]);
      expect(result).toMatchObject({ updated: 0, unchanged: 2, made: 1 });
    });
  });

  test('sets aside whoever could be two, whoever bears half a name, and names that nothing tells apart', async () => {
    await shop.customer({ name: 'Maria Georgiou', email: 'maria@example.com' });
    await shop.customer({ name: 'Maria Georgiou', phone: '+302101234567' });
    await shop.inside(async (tx) => {
      const result = await take(tx, [
        'Name,Email,Phone',
        'Maria Georgiou,maria@example.com,2101234567',
        'Nikos Georgiou,maria@example.com,',
        'Eva,,',
        'Eva,,',
        ',,',
        'Ana,ana@example.com,call her mother',
      ]);
      expect(result).toMatchObject({
        read: 5,
        made: 2,
        setAside: { ambiguous: 1, name_differs: 1, indistinct: 1 },
        warnings: { phone_unusable: 1 },
        withWarnings: 1,
      });
      const aside = Object.values(result.setAside).reduce((sum, count) => sum + count, 0);
      expect(result.made + result.updated + result.unchanged + aside).toBe(result.read);
    });
  });

  test('joins what two rows say of one person, and brought again still changes nothing', async () => {
    await shop.inside(async (tx) => {
      const lines = ['Name,Email,Phone,City', 'Ana Ilić,ana@example.com,,Niš', 'Ana Ilic,ANA@example.com,+381641234567,'];
      expect(await take(tx, lines)).toMatchObject({ made: 1, updated: 1 });
      expect(await known(tx)).toEqual(['Ana Ilić person ana@example.com +381641234567']);
      expect(await take(tx, lines)).toMatchObject({ made: 0, updated: 0, unchanged: 2 });
    });
  });

  test('lets organizations belong to each other, but not in a circle', async () => {
    await shop.inside(async (tx) => {
      const result = await take(tx, ['Name,Type,Parent organization', 'A,company,B', 'B,company,C', 'C,company,A']);
      expect(result).toMatchObject({ made: 3, warnings: { belongs_in_a_circle: 1 } });
      const { rows } = await tx.client.query(
        'select c.name, p.name as parent from customer c join customer p on p.id = c.parent_id order by c.name',
      );
      expect(rows).toEqual([
        { name: 'A', parent: 'B' },
        { name: 'B', parent: 'C' },
      ]);
    });
  });

  test('of people who buy for themselves makes customers of all', async () => {
    await shop.inside(async (tx) => {
      expect(await take(tx, [header, maria], { people: 'customers' })).toMatchObject({ made: 1, contactsMade: 0, organizationsMade: 1 });
    });
  });

  test('as cards is remembered by the key of each card', async () => {
    await shop.inside(async (tx) => {
      const card = (name: string) => `BEGIN:VCARD\nVERSION:3.0\nUID:abc\nFN:${name}\nEMAIL:jo@example.com\nEND:VCARD\n`;
      expect(await take(tx, card('Jo Doe'))).toMatchObject({ made: 1 });
      expect(await take(tx, card('Joanna Smith'))).toMatchObject({ made: 0, updated: 1 });
      expect(await known(tx)).toEqual(['Joanna Smith person jo@example.com']);
    });
  });
});

describe('a photo in a card', () => {
  const card = (photo: string) => `BEGIN:VCARD\nVERSION:3.0\nUID:abc\nFN:Jo Doe\nEMAIL:jo@example.com\n${photo}\nEND:VCARD\n`;
  const showing = (shade: number) => card(`PHOTO;ENCODING=b;TYPE=PNG:${Buffer.from(tinyPng(shade)).toString('base64')}`);
  const jo = () =>
    shop.inside(async (tx) => {
      const { rows } = await tx.client.query<{ id: string }>("select id from customer where name = 'Jo Doe'");
      return rows[0]?.id ?? '';
    });
  type Attached = { id: string; purpose: string; mediaType: string };
  const photos = async () =>
    (await shop.request<{ attachments: Attached[] }>('eleni', 'get', `/api/customers/${await jo()}/attachments`)).body.attachments;
  const shown = async (id = '') => new Uint8Array(await (await shop.send('eleni', 'get', `/api/attachments/${id}`)).arrayBuffer());

  test('becomes the photo of the person, once', async () => {
    const before = await shop.inside((tx) => take(tx, showing(0)));
    expect(before).toMatchObject({ made: 1, photos: 1, photosElsewhere: 0, warnings: {} });
    const [photo, ...others] = await photos();
    expect([photo, others]).toMatchObject([{ purpose: 'photo', mediaType: 'image/png' }, []]);
    expect(await shown(photo?.id)).toEqual(tinyPng(0));
    expect(await shop.inside((tx) => take(tx, showing(0)))).toMatchObject({ unchanged: 1, photos: 1 });
    expect(await photos()).toEqual([photo]);
  });

  test('takes the place of one that an import brought, and never of one that a colleague chose', async () => {
    await shop.inside((tx) => take(tx, showing(0)));
    expect(await shop.inside((tx) => take(tx, showing(50)))).toMatchObject({ updated: 1 });
    expect(await shown((await photos())[0]?.id)).toEqual(tinyPng(50));
    await shop.send('eleni', 'post', `/api/customers/${await jo()}/attachments?purpose=photo&name=jo.png`, tinyPng(99));
    expect(await shop.inside((tx) => take(tx, showing(0)))).toMatchObject({ unchanged: 1 });
    expect(await shown((await photos())[0]?.id)).toEqual(tinyPng(99));
  });

  test('that is none is left out with a warning, and one that is elsewhere is not fetched', async () => {
    await shop.inside(async (tx) => {
      expect(await take(tx, card('PHOTO;ENCODING=b:AAAA'))).toMatchObject({ made: 1, photos: 0, warnings: { photo_unusable: 1 } });
      expect(await take(tx, card('PHOTO;VALUE=uri:https://example.com/jo.png'))).toMatchObject({
        photos: 0,
        photosElsewhere: 1,
        warnings: {},
      });
    });
    expect(await photos()).toEqual([]);
  });
});

describe('a look at a file', () => {
  test('counts as the import will, and writes nothing', async () => {
    await shop.customer({ name: 'Maria Georgiou', email: 'maria@example.com' });
    await shop.inside(async (tx) => {
      const file = join(folder, 'look');
      writeFileSync(file, [header, maria, '18;Eva;eva@example.com;;Beta;;;', '18;Eva;eva@example.com;;Beta;;;'].join('\n'));
      const before = await known(tx);
      const { trial } = await lookAt(tx, shop.now(), file, {}, 2000);
      expect(trial).toMatchObject({ read: 3, made: 1, updated: 1, unchanged: 1 });
      expect(await known(tx)).toEqual(before);
    });
  });

  test.each([
    ['', 'table_file.empty'],
    ['just a line of words', 'table_file.no_columns'],
    ['Name,Email\n', 'contact_import.nobody'],
    ['%PDF-1.4 ...', 'table_file.not_a_table'],
  ])('that holds nobody is refused: %j', async (text, code) => {
    await shop.inside(async (tx) => {
      const file = join(folder, 'nothing');
      writeFileSync(file, text);
      await expect(lookAt(tx, shop.now(), file, {}, 10)).rejects.toThrow(code);
    });
  });
});

describe('an upload', () => {
  const upload = async (text: string) =>
    await contactImports.add(shop.services, {
      workspace: shop.workspace,
      colleague: shop.eleni,
      fileName: 'a.csv',
      body: new Blob([text]).stream(),
    });

  test('is taken in by a job, and its rows that were set aside come back as a file that can be corrected', async () => {
    const { id, looked } = await upload(['Name,Email,Phone', 'Ana,ana@example.com,=1+1', ',=cmd@x,', 'Eva,,', 'Eva,,'].join('\n'));
    await shop.inside((tx) => contactImports.start(tx, shop.now(), shop.eleni, id, looked.analysis.mapping));
    await contactImports.run(shop.services, shop.workspace, id, never);
    const { body } = await shop.request('eleni', 'get', `/api/contact-imports/${id}`);
    expect(body).toMatchObject({ state: 'done', result: { read: 4, made: 2, setAside: { name_missing: 1, indistinct: 1 } } });
    const aside = await shop.raw('eleni', `/api/contact-imports/${id}/rows?which=set-aside`);
    expect(aside).toContain("'=cmd@x");
    const incomplete = await shop.raw('eleni', `/api/contact-imports/${id}/rows?which=incomplete`);
    expect(incomplete.split('\r\n')[1]).toMatch(/,2,Ana,ana@example.com,'=1\+1$/);
    await shop.inside(async (tx) => {
      const corrected = aside.replace("'=cmd@x", 'oto@example.com').replace(/Eva,,/, 'Eva,eva@example.com,');
      expect(await take(tx, corrected)).toMatchObject({ read: 2, made: 2, setAside: {} });
    });
  });

  test('that was cancelled leaves nobody', async () => {
    const { id } = await upload('Name,Email\nAna,ana@example.com\n');
    await shop.inside((tx) => contactImports.cancel(tx, shop.services, shop.now(), shop.eleni, id));
    await contactImports.run(shop.services, shop.workspace, id, never);
    expect((await shop.request('eleni', 'get', `/api/contact-imports/${id}`)).body).toMatchObject({ state: 'cancelled' });
    expect(await shop.inside(known)).toEqual([]);
  });
});
