import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { randomContacts, settle } from '#fixtures/testing/random-contacts.ts';
import type { Contact, ReadContact } from '../contact.ts';
import { createCardSplitter } from './cards.ts';
import type { Decode } from './property.ts';
import { createCardReader } from './read-card.ts';
import { writeCard } from './write-card.ts';

const decode: Decode = (bytes, charset) => iconv.decode(Buffer.from(bytes, 'latin1'), charset ?? 'utf-8');
const read = createCardReader(decode, settle);

function cardsIn(text: string | Buffer, pieceSize = 1_000_000) {
  const bytes = Buffer.from(text).toString('latin1');
  const splitter = createCardSplitter();
  const cards = [];
  for (let at = 0; at < bytes.length; at += pieceSize) cards.push(...splitter.push(bytes.slice(at, at + pieceSize)));
  return [...cards, ...splitter.finish()];
}

function readAll(text: string | Buffer) {
  return cardsIn(text).map(read);
}

function contactIn(text: string | Buffer): Contact {
  const [one] = readAll(text);
  if (!one || 'setAside' in one) throw new Error('no contact');
  return one.contact;
}

const picture = Buffer.from(Array.from({ length: 2851 }, (_, index) => (index * 7) % 256));
const photoOf = (one: ReadContact | undefined) => {
  const photo = one && 'photo' in one ? one.photo : undefined;
  return photo instanceof Uint8Array ? Buffer.from(photo) : photo;
};

const card = (version: string, ...lines: string[]) => ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n');

describe('a card of version 2.1', () => {
  test('tells a name in quoted-printable, with soft line breaks, in its own encoding', () => {
    const greek = [...iconv.encode('Γεωργίου;Μαρία', 'windows-1253')]
      .map((byte) => (byte === 59 ? ';' : `=${byte.toString(16).toUpperCase()}`))
      .join('');
    const half = greek.indexOf('=', 20);
    const contact = contactIn(
      card(
        '2.1',
        `N;CHARSET=windows-1253;ENCODING=QUOTED-PRINTABLE:${greek.slice(0, half)}=`,
        greek.slice(half),
        'TEL;CELL;VOICE:6971234567',
      ),
    );
    expect(contact).toMatchObject({
      family: 'Γεωργίου',
      given: 'Μαρία',
      name: 'Μαρία Γεωργίου',
      phones: [{ value: '+306971234567', label: 'mobile' }],
    });
  });

  test('may hold a photo of many lines', () => {
    const rows = picture.toString('base64').match(/.{1,76}/g) ?? [];
    const [one] = readAll(
      card('2.1', 'FN:Ana', 'PHOTO;ENCODING=BASE64;JPEG:', ...rows.map((row) => ` ${row}`), '', 'EMAIL;INTERNET:ana@example.com'),
    );
    expect(one).toMatchObject({ contact: { name: 'Ana', emails: [{ value: 'ana@example.com', label: null }] } });
    expect(photoOf(one)).toEqual(picture);
  });

  test('may hold the card of an assistant, who is passed over', () => {
    const contacts = readAll(card('2.1', 'FN:Boss', 'AGENT:', 'BEGIN:VCARD', 'VERSION:2.1', 'FN:Assistant', 'END:VCARD', 'NOTE:after'));
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ contact: { name: 'Boss', note: 'after' } });
  });
});

describe('a photo', () => {
  const base64 = picture.toString('base64');
  const folded = (line: string) => line.replace(/.{1,74}/g, '$&\r\n ').trimEnd();

  test.each([
    ['3.0', 'on one line', `PHOTO;ENCODING=b;TYPE=JPEG:${base64}`],
    ['3.0', 'on folded lines', folded(`item1.PHOTO;TYPE=JPEG;ENCODING=b:${base64}`)],
    ['4.0', 'on one line', `PHOTO:data:image/jpeg;base64,${base64}`],
    ['4.0', 'on folded lines, with a comma that was escaped', folded(`PHOTO;PREF=1:data:image/jpeg;base64\\,${base64}`)],
  ])('of a card of version %s %s is taken as it stands there', (version, _, line) => {
    expect(photoOf(readAll(card(version, 'FN:Ana', line, 'NOTE:after'))[0])).toEqual(picture);
  });

  test('is not one that the card only points at, nor the logo of where somebody works', () => {
    const one = (...lines: string[]) => photoOf(readAll(card('3.0', 'FN:Ana', ...lines))[0]);
    expect(one('PHOTO;VALUE=uri:https://example.com/ana.jpg')).toBe('elsewhere');
    expect(one(`LOGO;ENCODING=b:${base64}`)).toBe(undefined);
    expect(one('ORG:Ana', `LOGO;ENCODING=b:${base64}`)).toEqual(picture);
    expect(one('PHOTO;VALUE=uri:https://example.com/ana.jpg', `PHOTO;ENCODING=b:${base64}`)).toEqual(picture);
  });

  test('that is larger than any is let go while it comes in, and what follows it is read', () => {
    const huge = 'A'.repeat(9_000_000);
    for (const line of [`PHOTO;ENCODING=b:${huge}`, `PHOTO:data:image/png;base64,${huge}`, folded(`PHOTO;ENCODING=b:${huge}`)]) {
      const cards = cardsIn(card('4.0', 'FN:Ana', line, 'NOTE:after') + card('4.0', 'FN:Bo'), 65_536);
      expect(cards.map((one) => one.lines.join('').length < 100)).toEqual([true, true]);
      expect(cards.map(read)).toMatchObject([{ contact: { name: 'Ana', note: 'after' } }, { contact: { name: 'Bo' } }]);
      expect(photoOf(read(cards[0] ?? { line: 0, lines: [] }))).toEqual(Buffer.alloc(0));
    }
  });

  test('of fifty megabytes is let go, too, and no piece of it is held', () => {
    const splitter = createCardSplitter();
    const before = process.memoryUsage().rss;
    const pieces = [
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nPHOTO;ENCODING=b:',
      ...Array.from<string>({ length: 800 }).fill('A'.repeat(65_536)),
    ];
    expect(pieces.flatMap((piece) => splitter.push(piece))).toEqual([]);
    const cards = [...splitter.push(`\r\nNOTE:after\r\nEND:VCARD\r\n${card('4.0', 'FN:Bo')}`), ...splitter.finish()];
    expect(cards.map(read)).toMatchObject([{ contact: { name: 'Ana', note: 'after' } }, { contact: { name: 'Bo' } }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 ** 2);
  });

  test('is written into a card of version 4.0 and read back', () => {
    const contact = contactIn(card('4.0', 'FN:Ana'));
    const text = writeCard(contact, { mediaType: 'image/png', base64 });
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBe(75);
    expect(photoOf(readAll(text)[0])).toEqual(picture);
  });
});

describe('a card of version 3.0', () => {
  test('tells everything that people keep in their telephones', () => {
    const contact = contactIn(
      card(
        '3.0',
        'N:Ђорђевић;Милан;;др;',
        'FN:Милан Ђорђевић',
        'NICKNAME:Мића',
        'ORG:Тест д.о.о.;Продаја',
        'TITLE:директор',
        'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15',
        'item1.TEL;type=pref:+381 11 123 4567',
        'item1.X-ABLabel:_$!<Work>!$_',
        'item2.EMAIL;type=INTERNET:Milan@Example.com',
        'item2.X-ABLabel:посао',
        'ADR;TYPE=HOME:;;Кнеза Михаила 1;Београд;;11000;Србија',
        'URL:example.com',
        'NOTE:prvi red\\ndrugi\\, red',
        'CATEGORIES:Dobavljači,VIP',
        'X-PHONETIC-FIRST-NAME:Milan',
        'X-PHONETIC-LAST-NAME:Djordjevic',
      ),
    );
    expect(contact).toMatchObject({
      name: 'Милан Ђорђевић',
      given: 'Милан',
      family: 'Ђорђевић',
      prefix: 'др',
      nickname: 'Мића',
      latinName: 'Milan Djordjevic',
      birthday: '--04-15',
      roles: [{ organization: 'Тест д.о.о.', role: 'директор' }],
      phones: [{ value: '+381111234567', label: 'work' }],
      emails: [{ value: 'milan@example.com', label: 'посао' }],
      websites: [{ value: 'https://example.com' }],
      addresses: [{ label: 'home', street: 'Кнеза Михаила 1', city: 'Београд', postalCode: '11000', country: 'RS' }],
      note: 'prvi red\ndrugi, red',
      tags: ['Dobavljači', 'VIP'],
    });
  });

  test('without a person in it is that of a company', () => {
    expect(contactIn(card('3.0', 'N:;;;;', 'FN:ACME', 'ORG:ACME;'))).toMatchObject({ kind: 'organization', name: 'ACME', roles: [] });
  });
});

describe('a card of version 4.0', () => {
  test('tells a birthday without a year, numbers as addresses and an order of preference', () => {
    const contact = contactIn(
      card(
        '4.0',
        'FN:Ani',
        'BDAY:--0415',
        'TEL;VALUE=uri;PREF=2:tel:+37410111111',
        'TEL;VALUE=uri;PREF=1:tel:+37491222222',
        'LANG:hy',
        'UID:urn:uuid:1',
      ),
    );
    expect(contact).toMatchObject({ birthday: '--04-15', language: 'hy', sourceKey: 'urn:uuid:1' });
    expect(contact.phones.map(({ value }) => value)).toEqual(['+37491222222', '+37410111111']);
  });

  test('that is folded in the middle of a letter is put together again', () => {
    const bytes = Buffer.from('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Μαρία\r\nEND:VCARD\r\n');
    const at = bytes.indexOf(Buffer.from('ρ')) + 1;
    expect(contactIn(Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)])).name).toBe('Μαρία');
  });
});

describe('a file of cards', () => {
  test('is read the same whatever the pieces it comes in', () => {
    const text = card('3.0', 'FN:Ana Anić', 'NOTE:long', ' er') + card('4.0', 'FN:Ivo');
    for (const size of [1, 2, 3, 7, 64]) expect(cardsIn(text, size)).toEqual(cardsIn(text));
  });

  test('with a card that never ends loses that card alone', () => {
    const text = `BEGIN:VCARD\r\nFN:Lost\r\n${card('3.0', 'FN:Found')}`;
    expect(readAll(text)).toMatchObject([{ setAside: 'card_unfinished' }, { contact: { name: 'Found' } }]);
  });

  test('may hold a card larger than anybody is', () => {
    expect(readAll(card('3.0', 'FN:Big', ...Array.from({ length: 400 }, () => `NOTE:${'x'.repeat(4000)}`)))).toMatchObject([
      { setAside: 'card_too_long' },
    ]);
  });
});

describe('what cannot be kept', () => {
  test('is left out with a warning, and the contact comes in', () => {
    const [one] = readAll(
      card('3.0', 'FN:\u202eAna\u202c', 'TEL:ask her sister', 'BDAY:1980-02-30', 'EMAIL:nobody', 'URL:javascript:alert(1)', 'NOTE:a\0b'),
    );
    expect(one).toMatchObject({
      contact: { name: 'Ana', phones: [], emails: [], websites: [], birthday: null, note: 'a b' },
      warnings: [
        { reason: 'email_unusable', value: 'nobody' },
        { reason: 'phone_unusable', value: 'ask her sister' },
        { reason: 'birthday_impossible', value: '1980-02-30' },
        { reason: 'website_unusable', value: 'javascript:alert(1)' },
      ],
    });
  });

  test('is everything where nobody is named', () => {
    expect(readAll(card('3.0', 'NOTE:who?'))).toEqual([{ setAside: 'name_missing' }]);
    expect(readAll(card('4.0', 'KIND:group', 'FN:Friends'))).toEqual([{ setAside: 'group' }]);
  });
});

test('a contact written as a card is read again as it was', () => {
  fc.assert(
    fc.property(randomContacts, (contact) => {
      const text = writeCard(contact);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(contactIn(text)).toEqual({ ...contact, contactOnly: contact.contactOnly ?? null });
    }),
    { numRuns: 100 },
  );
});
