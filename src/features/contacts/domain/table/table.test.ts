import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutralizedText } from '#kit/domain/formula-safety.ts';
import { randomContacts, settle } from '#fixtures/testing/random-contacts.ts';
import type { Contact } from '../contact.ts';
import { guessColumns, isHeader } from './guess-columns.ts';
import { createRowReader } from './read-row.ts';
import { tableColumns } from './write-row.ts';

function read(headers: readonly string[], values: Readonly<Record<string, string>>) {
  return createRowReader(headers, guessColumns(headers, []), settle)(headers.map((header) => values[header] ?? ''));
}

function contactIn(headers: string, values: Readonly<Record<string, string>>): Contact {
  const one = read(headers.split(','), values);
  if ('setAside' in one) throw new Error(one.setAside);
  return one.contact;
}

const google2024 =
  'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value';
const googleBefore =
  'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value';
const outlook =
  'Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business Postal Code,Business Country/Region,Home Street,Home City,Business Fax,Business Phone,Home Phone,Mobile Phone,Primary Phone,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Notes,Web Page';

describe('the export of', () => {
  test('Google Contacts is recognised in its present form', () => {
    expect(
      contactIn(google2024, {
        'First Name': 'Μαρία',
        'Last Name': 'Γεωργίου',
        'Organization Name': 'Άλφα Α.Ε.',
        'Organization Title': 'Λογίστρια',
        Birthday: '--04-15',
        Labels: 'Φίλοι ::: * myContacts',
        'E-mail 1 - Label': '* Work',
        'E-mail 1 - Value': 'maria@example.com ::: m.g@example.com',
        'Phone 1 - Label': 'Mobile',
        'Phone 1 - Value': '697 123 4567',
        'Address 1 - Street': 'Ερμού 1',
        'Address 1 - City': 'Αθήνα',
      }),
    ).toMatchObject({
      name: 'Μαρία Γεωργίου',
      birthday: '--04-15',
      tags: ['Φίλοι'],
      emails: [
        { value: 'maria@example.com', label: 'Work' },
        { value: 'm.g@example.com', label: 'Work' },
      ],
      phones: [{ value: '+306971234567', label: 'Mobile' }],
      addresses: [{ street: 'Ερμού 1', city: 'Αθήνα' }],
      roles: [{ organization: 'Άλφα Α.Ε.', role: 'Λογίστρια' }],
    });
  });

  test('Google Contacts is recognised in its earlier form', () => {
    expect(
      contactIn(googleBefore, {
        Name: 'Ivo Petrov',
        'Given Name': 'Ivo',
        'Family Name': 'Petrov',
        'Group Membership': '* myContacts',
        'E-mail 1 - Type': '* Home',
        'E-mail 1 - Value': 'ivo@example.com',
      }),
    ).toMatchObject({ name: 'Ivo Petrov', tags: [], emails: [{ value: 'ivo@example.com', label: 'Home' }] });
  });

  test('Outlook is recognised, with a day of nought for a birthday that nobody knows', () => {
    const contact = contactIn(outlook, {
      'First Name': 'Ana',
      'Last Name': 'Ilić',
      ['Company']: 'Beta',
      'Business Street': 'Main 1',
      'Business Street 2': 'Floor 2',
      'Home City': 'Niš',
      'Mobile Phone': '+381641234567',
      'Business Fax': '+381111234567',
      Birthday: '0/0/00',
      Categories: 'Red Category;Key',
      'E-mail Address': 'ana@example.com',
    });
    expect(contact).toMatchObject({
      birthday: null,
      tags: ['Red Category', 'Key'],
      phones: [
        { value: '+381641234567', label: 'mobile' },
        { value: '+381111234567', label: 'fax' },
      ],
      addresses: [
        { label: 'work', street: 'Main 1, Floor 2' },
        { label: 'home', city: 'Niš' },
      ],
      roles: [{ organization: 'Beta' }],
    });
  });

  test('HubSpot is recognised, with its own keys', () => {
    expect(
      contactIn(
        'Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner',
        {
          'Record ID': '101',
          'First Name': 'Jo',
          Email: 'jo@example.com',
          'Associated Company': 'Gamma',
        },
      ),
    ).toMatchObject({ sourceKey: '101', externalId: null, given: 'Jo', roles: [{ organization: 'Gamma' }] });
  });

  test('Salesforce is recognised, with its own keys', () => {
    expect(
      contactIn(
        'Id,IsDeleted,MasterRecordId,AccountId,LastName,FirstName,Salutation,MailingStreet,MailingCity,Phone,MobilePhone,Email,Title,Birthdate,Description',
        {
          Id: '0031',
          AccountId: '001',
          LastName: 'Doe',
          FirstName: 'Jo',
          Email: 'jo@example.com',
          Birthdate: '1980-04-15',
          MailingCity: 'Varna',
        },
      ),
    ).toMatchObject({ sourceKey: '0031', family: 'Doe', birthday: '1980-04-15', addresses: [{ city: 'Varna' }] });
  });
});

describe('a table that no program wrote', () => {
  test.each([
    ['Όνομα,Επώνυμο,Κινητό,Ηλεκτρονικό ταχυδρομείο,Ημερομηνία γέννησης,Πόλη', 'given,family,phone,email,birthday,city'],
    ['Име,Фамилия,Телефон,Имейл,Град', 'given,family,phone,email,city'],
    ['Ime,Prezime,Mobilni telefon,Adresa,Poštanski broj', 'given,family,phone,street,postalCode'],
    ['نام,نام خانوادگی,تلفن همراه,ایمیل,شهر', 'given,family,phone,email,city'],
    ['Անուն,Ազգանուն,Հեռախոս,Էլ. փոստ,Քաղաք', 'given,family,phone,email,city'],
    ['Customer name,Work phone,Home phone,E-mail,Company,Job title,Tags', 'name,phone,phone,email,organization,role,tags'],
  ])('headed %s is understood', (headers, fields) => {
    const names = headers.split(',');
    const guessed = guessColumns(names, []);
    expect(names.map((name) => guessed[name]?.field).join(',')).toBe(fields);
    expect(isHeader(names)).toBe(true);
  });

  test('without headers is known by its values', () => {
    expect(isHeader(['Ana', 'ana@example.com'])).toBe(false);
    expect(guessColumns(['#1', '#2'], [['Ana', 'ana@example.com']])).toEqual({ '#2': { field: 'email' } });
  });

  test('names a company where nobody in it is named', () => {
    expect(contactIn('Name,Company,Phone', { ['Company']: 'Delta' })).toMatchObject({ kind: 'organization', name: 'Delta', roles: [] });
  });

  test('sets aside what holds more than its columns, or its header again', () => {
    const row = createRowReader(['Name', 'Email'], guessColumns(['Name', 'Email'], []), settle);
    expect(row(['Ana', 'ana@example.com', 'x'])).toEqual({ setAside: 'too_many_cells' });
    expect(row(['Name', 'Email'])).toEqual({ setAside: 'header_repeated' });
    expect(row(['', ''])).toEqual({ setAside: 'name_missing' });
  });
});

test('a contact written as a row of our own table is read again as it was', () => {
  fc.assert(
    fc.property(randomContacts, (contact) => {
      const columns = tableColumns({ emails: 3, phones: 3, websites: 3, addresses: 2, roles: 2 });
      const headers = columns.map(({ header }) => header);
      const cells = columns.map(({ cell }) => neutralizedText(cell(contact)));
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      const one = createRowReader(headers, guessColumns(headers, []), settle)(cells);
      expect(one).toMatchObject({ warnings: [] });
      expect('contact' in one && one.contact).toEqual(contact);
    }),
    { numRuns: 60 },
  );
});
