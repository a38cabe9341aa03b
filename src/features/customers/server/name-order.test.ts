import { describe, expect, test } from 'vitest';
import { people } from '#features/people/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { customers } from './index.ts';

const shop = openShop([people, customers]);

describe('the list is in the order of the alphabet that its names are written in', () => {
  test.each([
    ['Greek', ['Άννινος', 'Αντωνίου', 'Βέγγος', 'Ήρας', 'Ωραίος']],
    [
      'Serbian in Latin letters',
      ['Cvetić', 'Čolić', 'Ćirić', 'Dimić', 'Džajić', 'Đurić', 'Lukić', 'Ljubić', 'Novak', 'Njegoš', 'Savić', 'Šarić', 'Zec', 'Žarić'],
    ],
    ['Serbian in Cyrillic', ['Давид', 'Ђурић', 'Ивић', 'Јовић', 'Лазић', 'Љубић', 'Никола', 'Његош', 'Ћирић', 'Цветић']],
    ['Bulgarian', ['Василев', 'Щерев', 'Ъков', 'Юлиев', 'Янев']],
    ['Armenian', ['Աբովյան', 'Եվա', 'Հակոբյան', 'Ուրիշյան']],
    ['Persian', ['آذری', 'احمدی', 'پارسا', 'ژاله', 'کریمی', 'گلی', 'نوری', 'وحیدی', 'هاشمی', 'یوسفی']],
    ['all of them', ['Smith', 'Γεωργίου', 'Петров', 'Հակոբյան', 'یوسفی']],
  ])('%s', async (_, inOrder) => {
    for (const name of inOrder.toReversed()) await shop.customer({ name });
    const { body } = await shop.request<{ customers: { name: string }[] }>('eleni', 'get', '/api/customers');
    expect(body.customers.map(({ name }) => name)).toEqual(inOrder);
  });

  test('people by their family names, organizations without their legal forms', async () => {
    await shop.customer({ name: 'Άννα Ωραίου', given: 'Άννα', family: 'Ωραίου', language: 'el' });
    await shop.customer({ name: 'Ζωή Αντωνίου', given: 'Ζωή', family: 'Αντωνίου', language: 'el' });
    await shop.customer({ name: 'Πέτρος Παπαδόπουλος' });
    await shop.customer({ kind: 'organization', name: '«Άρτος» Α.Ε.' });
    await shop.customer({ kind: 'organization', name: '«Ζυμάρι» Ο.Ε.' });
    const { body } = await shop.request<{ customers: { name: string }[] }>('eleni', 'get', '/api/customers');
    expect(body.customers.map(({ name }) => name)).toEqual([
      'Ζωή Αντωνίου',
      '«Άρτος» Α.Ε.',
      '«Ζυμάρι» Ο.Ε.',
      'Πέτρος Παπαδόπουλος',
      'Άννα Ωραίου',
    ]);
  });
});
