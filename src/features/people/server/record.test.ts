import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people, replaceContactPoints, writeContactPoints } from './index.ts';

const shop = openShop([people]);

const make = async (body: Record<string, unknown>) => await shop.request('eleni', 'post', '/api/customers', { kind: 'person', ...body });
const change = async (id: unknown, body: Record<string, unknown>) =>
  await shop.request('eleni', 'patch', `/api/customers/${String(id)}`, body);
const read = async (id: unknown) => (await shop.request('eleni', 'get', `/api/customers/${String(id)}`)).body;
const organization = async (name: string, more: Record<string, unknown> = {}) =>
  String((await make({ kind: 'organization', name, ...more })).body['id']);

const pharmacist = {
  prefix: 'Dr',
  given: 'Μαρία',
  family: 'Γεωργίου',
  nickname: 'Μαίρη',
  otherNames: 'Παππά',
  greeting: 'Αγαπητή μου Μαίρη',
  emails: [{ value: 'Maria@Example.gr', label: 'work' }, { value: 'home@example.gr' }],
  phones: [{ value: '210 1234567', label: 'shop' }, { value: '+30 2101234567' }, { value: '6971234567' }],
  websites: [{ value: 'maria.example.gr' }],
  addresses: [{ street: 'Ερμού 1', city: 'Αθήνα', postalCode: '10563', country: 'Greece' }],
  birthday: { year: 1990, month: 3, day: 12 },
  profession: 'Φαρμακοποιός',
  note: 'First line\nSecond line',
};

describe('the record of a person', () => {
  test('holds every field, the number in one form however often it was written', async () => {
    const made = await make(pharmacist);
    expect(made).toMatchObject({
      status: 200,
      body: {
        name: 'Μαρία Γεωργίου',
        prefix: 'Dr',
        nickname: 'Μαίρη',
        otherNames: 'Παππά',
        greeting: 'Αγαπητή μου Μαίρη',
        email: 'maria@example.gr',
        emails: [
          { value: 'maria@example.gr', label: 'work' },
          { value: 'home@example.gr', label: null },
        ],
        phone: '+302101234567',
        phones: [
          { value: '+302101234567', label: 'shop', shown: '+30 21 0123 4567' },
          { value: '+306971234567', label: null, shown: '+30 697 123 4567' },
        ],
        websites: [{ value: 'https://maria.example.gr', label: null }],
        addresses: [{ label: null, street: 'Ερμού 1', city: 'Αθήνα', postalCode: '10563', region: null, country: 'GR' }],
        country: 'GR',
        timeZone: null,
        timeThere: 'Europe/Athens',
        birthday: { calendar: 'gregory', year: 1990, month: 3, day: 12 },
        nextBirthday: { on: '2026-03-12', age: 36 },
        profession: 'Φαρμακοποιός',
        note: 'First line\nSecond line',
        contactOnly: false,
      },
    });
    expect(await read(made.body['id'])).toEqual(made.body);
  });

  test('a change of one field leaves all others as they are, and one that changes nothing writes nothing', async () => {
    const { body: before } = await make(pharmacist);
    const after = await change(before['id'], { profession: 'Ιατρός' });
    expect(after).toEqual({ status: 200, body: { ...before, profession: 'Ιατρός' } });
    const events = async () =>
      await shop.inside(
        async (tx) => (await tx.client.query<{ detail: unknown }>("select detail from event where kind = 'customer.changed'")).rows,
      );
    expect(await events()).toEqual([{ detail: { fields: ['profession'] } }]);
    await change(before['id'], { profession: ' Ιατρός ', phones: [{ value: '2101234567', label: 'shop' }, { value: '+306971234567' }] });
    expect(await events()).toHaveLength(1);
  });

  test('addresses and numbers can be put in another order, changed and taken away', async () => {
    const { body } = await make(pharmacist);
    const changed = await change(body['id'], {
      emails: [{ value: 'home@example.gr' }, { value: 'maria@example.gr' }],
      phones: null,
      addresses: [{ city: 'Πάτρα' }, { city: 'Αθήνα' }],
    });
    expect(changed.body).toMatchObject({
      email: 'home@example.gr',
      phone: null,
      phones: [],
      addresses: [{ city: 'Πάτρα' }, { city: 'Αθήνα' }],
      country: 'GR',
    });
    expect((await change(body['id'], { birthday: null, note: '' })).body).toMatchObject({ birthday: null, nextBirthday: null, note: null });
  });

  test.each([
    [{ phones: [{ value: '2101234567' }, { value: 'at the bar' }] }, 'customer.phone_unusable', 'phones.1.value'],
    [{ birthday: { month: 2, day: 30 } }, 'customer.birthday_impossible', 'birthday'],
    [{ birthday: { year: 2026, month: 3, day: 3 } }, 'customer.birthday_in_future', 'birthday'],
    [{ birthday: { calendar: 'persian', year: 1402, month: 12, day: 30 } }, 'customer.birthday_impossible', 'birthday'],
    [{ timeZone: 'Mars/Olympus' }, 'customer.time_zone_unknown', 'timeZone'],
    [{ family: 'x'.repeat(101) }, 'input.too_long', 'family'],
    [{ websites: [{ value: 'javascript:alert(1)' }] }, 'customer.website_unusable', 'websites.0.value'],
  ])('%j is refused at its field, in words', async (body, code, field) => {
    const refused = await make({ name: 'Maria', ...body });
    expect(refused).toMatchObject({ status: 422, body: { code, field } });
    expect(refused.body['detail']).not.toContain('error.');
  });

  test('a birthday in the Persian calendar comes round by that calendar', async () => {
    const { body } = await make({ name: 'علی', birthday: { calendar: 'persian', month: 1, day: 1 } });
    expect(body['nextBirthday']).toEqual({ on: '2026-03-21', age: null });
  });
});

describe('the record of an organization', () => {
  test('holds its two names, its founding day, its trade, its size and whom it belongs to', async () => {
    const holding = await organization('Όμιλος');
    const { body } = await make({
      kind: 'organization',
      name: 'Άρτος',
      legalName: 'Άρτος Α.Ε.',
      foundedOn: '1987-05-01',
      industry: 'Αρτοποιία',
      employees: 40,
      parentId: holding,
    });
    expect(body).toMatchObject({
      name: 'Άρτος',
      legalName: 'Άρτος Α.Ε.',
      foundedOn: '1987-05-01',
      industry: 'Αρτοποιία',
      employees: 40,
      parent: { id: holding, name: 'Όμιλος' },
    });
    const roles = await shop.request('eleni', 'get', `/api/customers/${holding}/roles`);
    expect(roles.body).toEqual({ roles: [], parts: [{ id: body['id'], name: 'Άρτος' }] });
    expect((await change(body['id'], { parentId: null })).body['parent']).toBeNull();
  });

  test.each([
    [{ foundedOn: '2026-03-03' }, 'customer.founded_in_future', 'foundedOn'],
    [{ employees: -1 }, 'customer.employees_impossible', 'employees'],
    [{ parentId: '00000000-0000-7000-8000-000000000000' }, 'customer.parent_unknown', 'parentId'],
  ])('%j is refused', async (body, code, field) => {
    expect(await make({ kind: 'organization', name: 'Άρτος', ...body })).toMatchObject({ status: 422, body: { code, field } });
  });

  test('organizations do not belong to each other in a circle, of however many steps, nor to a person', async () => {
    const top = await organization('Top');
    const middle = await organization('Middle', { parentId: top });
    const bottom = await organization('Bottom', { parentId: middle });
    for (const parentId of [top, middle, bottom]) {
      expect(await change(top, { parentId })).toMatchObject({
        status: 422,
        body: { code: 'customer.parent_in_circle', field: 'parentId' },
      });
    }
    expect((await change(bottom, { parentId: top })).status).toBe(200);
    const person = (await make({ name: 'Maria' })).body['id'];
    expect(await change(bottom, { parentId: person })).toMatchObject({ body: { code: 'customer.parent_unknown' } });
  });
});

describe('who works where', () => {
  const add = async (body: Record<string, unknown>) => await shop.request('nikos', 'post', '/api/contact-roles', body);

  test('a new person at an organization is a contact, looked after as it is, and no customer until made one', async () => {
    const organizationId = await organization('Άρτος', { ownerId: shop.nikos, deputyId: shop.eleni });
    const added = await add({
      organizationId,
      newPerson: { given: 'Ράδκα', family: 'Κολέβα', phone: '+359880000100' },
      role: ' buyer ',
      sinceOn: '2025-01-01',
    });
    expect(added).toMatchObject({
      status: 200,
      body: {
        person: { name: 'Ράδκα Κολέβα', contactOnly: true, phone: '+359880000100' },
        role: 'buyer',
        sinceOn: '2025-01-01',
        isCurrent: true,
      },
    });
    const person = (added.body['person'] as { id: string }).id;
    expect(await read(person)).toMatchObject({ contactOnly: true, owner: { name: 'Nikos' }, deputy: { name: 'Eleni' } });
    const listed = async () =>
      await shop.inside(async (tx) => (await tx.client.query<{ name: string }>('select name from customer_summary order by name')).rows);
    expect(await listed()).toEqual([{ name: 'Άρτος' }]);
    expect(await shop.request('nikos', 'put', `/api/customers/${person}/key`, { reason: 'x', reviewOn: '2026-09-01' })).toMatchObject({
      status: 422,
      body: { code: 'key_customer.no_customer' },
    });
    expect(await shop.request('nikos', 'post', `/api/customers/${person}/make-customer`)).toMatchObject({
      status: 200,
      body: { contactOnly: false, knownSinceOn: '2026-03-02' },
    });
    expect((await shop.request('nikos', 'post', `/api/customers/${person}/make-customer`)).status).toBe(200);
    expect(await listed()).toEqual([{ name: 'Άρτος' }, { name: 'Ράδκα Κολέβα' }]);
    expect((await shop.request('eleni', 'get', `/api/customers/${person}/roles`)).body['roles']).toMatchObject([
      { organization: { name: 'Άρτος' } },
    ]);
  });

  test('a role ends on its last day, and whoever comes back has another one', async () => {
    const [organizationId, personId] = [await organization('Άρτος'), (await make({ name: 'Maria' })).body['id']];
    const role = (await add({ organizationId, personId, role: 'Buyer' })).body['id'];
    expect(await add({ organizationId, personId, role: 'buyer' })).toMatchObject({ status: 422, body: { code: 'contact_role.known' } });
    expect((await add({ organizationId, personId, role: 'owner' })).status).toBe(200);
    const ended = await shop.request('eleni', 'patch', `/api/contact-roles/${String(role)}`, { untilOn: '2026-03-01' });
    expect(ended.body).toMatchObject({ role: 'Buyer', untilOn: '2026-03-01', isCurrent: false });
    expect((await add({ organizationId, personId, role: 'buyer', sinceOn: '2026-03-02' })).status).toBe(200);
    const { body } = await shop.request('eleni', 'get', `/api/customers/${organizationId}/roles`);
    expect(body['roles']).toMatchObject([{ isCurrent: true }, { isCurrent: true }, { role: 'Buyer', isCurrent: false }]);
    expect((await shop.request('eleni', 'delete', `/api/contact-roles/${String(role)}`)).status).toBe(204);
    expect((await shop.request('eleni', 'delete', `/api/contact-roles/${String(role)}`)).status).toBe(404);
  });

  test('wrong roles are refused', async () => {
    const [organizationId, personId] = [await organization('Άρτος'), (await make({ name: 'Maria' })).body['id']];
    for (const [body, code] of [
      [{ organizationId: personId, personId }, 'contact_role.organization_unknown'],
      [{ organizationId, personId: organizationId }, 'contact_role.person_unknown'],
      [{ organizationId }, 'contact_role.person_missing'],
      [{ organizationId, newPerson: { given: ' ' } }, 'customer.name_missing'],
      [{ organizationId, personId, sinceOn: '2026-03-02', untilOn: '2026-03-01' }, 'contact_role.ends_before_it_begins'],
    ] as const) {
      const refused = await add(body);
      expect([refused.status, refused.body['code']]).toEqual([422, code]);
      expect(refused.body['detail']).not.toContain('error.');
    }
  });

  test('whoever has roles or organizations stays the kind of customer they are', async () => {
    const [organizationId, personId] = [await organization('Άρτος'), (await make({ name: 'Maria' })).body['id']];
    await add({ organizationId, personId });
    expect(await change(organizationId, { kind: 'person' })).toMatchObject({ status: 422, body: { code: 'customer.kind_tied' } });
    expect(await change(personId, { kind: 'organization' })).toMatchObject({ status: 422, body: { code: 'customer.kind_tied' } });
    expect((await change(await organization('Nobody'), { kind: 'person' })).status).toBe(200);
  });

  test('the shop next door can neither see nor change who works where', async () => {
    const [organizationId, personId] = [await organization('Άρτος'), (await make({ name: 'Maria' })).body['id']];
    const role = (await add({ organizationId, personId })).body['id'];
    const theirs = (await shop.request('ann', 'post', '/api/customers', { kind: 'organization', name: 'Theirs' })).body['id'];
    for (const [method, path, body, status] of [
      ['get', `/api/customers/${organizationId}/roles`, undefined, 404],
      ['patch', `/api/contact-roles/${String(role)}`, { role: 'mine' }, 404],
      ['delete', `/api/contact-roles/${String(role)}`, undefined, 404],
      ['post', '/api/contact-roles', { organizationId: theirs, personId }, 422],
      ['patch', `/api/customers/${String(theirs)}`, { parentId: organizationId }, 422],
      ['post', `/api/customers/${String(personId)}/make-customer`, undefined, 404],
      ['post', `/api/colleagues/${shop.nikos}/hand-over`, { toId: shop.eleni }, 422],
    ] as const) {
      expect([path, (await shop.request('ann', method, path, body)).status]).toEqual([path, status]);
    }
  });
});

describe('contact points written by the thousand', () => {
  const points = async (customer: string) =>
    await shop.inside(async (tx) => {
      const found = await tx.client.query<{ value: string }>(
        'select value from contact_point where customer_id = $1 order by kind, place',
        [customer],
      );
      const row = await tx.client.query<Record<string, unknown>>('select email, phone from customer where id = $1', [customer]);
      return [found.rows.map(({ value }) => value), row.rows[0]];
    });
  const email = (customerId: string, value: string) => ({ customerId, kind: 'email' as const, value, label: null });

  test('come after those that stand there, each once, and the first stays the one to use', async () => {
    const [a, b] = [await shop.customer({ name: 'A', email: 'one@example.gr' }), await shop.customer({ name: 'B' })];
    const fresh = [
      email(a, 'two@example.gr'),
      email(b, 'b@example.gr'),
      email(a, 'one@example.gr'),
      { customerId: b, kind: 'phone' as const, value: '+302101234567', label: 'work' },
      email('00000000-0000-7000-8000-000000000000', 'nobody@example.gr'),
    ];
    expect(await shop.inside((tx) => writeContactPoints(tx, fresh))).toBe(3);
    expect(await shop.inside((tx) => writeContactPoints(tx, fresh))).toBe(0);
    expect(await points(a)).toEqual([['one@example.gr', 'two@example.gr'], { email: 'one@example.gr', phone: null }]);
    expect(await points(b)).toEqual([['b@example.gr', '+302101234567'], { email: 'b@example.gr', phone: '+302101234567' }]);
  });

  test('replaced, they are these and no others', async () => {
    const [a, b] = [
      await shop.customer({ name: 'A', email: 'one@example.gr' }),
      await shop.customer({ name: 'B', phone: '+302101234567' }),
    ];
    await shop.inside((tx) => replaceContactPoints(tx, [a, b], [email(a, 'three@example.gr'), email(a, 'four@example.gr')]));
    expect(await points(a)).toEqual([['three@example.gr', 'four@example.gr'], { email: 'three@example.gr', phone: null }]);
    expect(await points(b)).toEqual([[], { email: null, phone: null }]);
  });
});

test('the key customers are listed, those first whose review is due first', async () => {
  const [maria, nora] = [await shop.customer({ name: 'Maria' }), await shop.customer({ name: 'Nora', ownerId: shop.nikos })];
  await shop.request('eleni', 'put', `/api/customers/${maria}/key`, { reason: 'Sings', reviewOn: '2026-09-01' });
  await shop.request('eleni', 'put', `/api/customers/${nora}/key`, { reason: 'Brings friends', reviewOn: '2026-04-01' });
  shop.at('2026-04-01T08:00:00Z');
  expect((await shop.request('nikos', 'get', '/api/key-customers')).body['customers']).toMatchObject([
    { name: 'Nora', reason: 'Brings friends', isDue: true, owner: { name: 'Nikos' } },
    { name: 'Maria', reason: 'Sings', isDue: false, owner: { name: 'Eleni' } },
  ]);
});
