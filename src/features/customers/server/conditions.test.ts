import { describe, expect, test } from 'vitest';
import { conversations, logTouchpoint } from '#features/conversations/server/index.ts';
import { listKeyCustomer, people } from '#features/people/server/index.ts';
import { promises } from '#features/promises/server/index.ts';
import { purchases } from '#features/purchases/server/index.ts';
import { openShop } from '#fixtures/open-shop.ts';
import { newId } from '#kit/server/ids.ts';
import { customers } from './index.ts';

const shop = openShop([people, conversations, purchases, promises, customers]);

async function answer(where: string, as: 'eleni' | 'ann' = 'eleni') {
  return await shop.request<{ customers: { name: string }[] }>(as, 'get', `/api/customers?where=${encodeURIComponent(where)}`);
}

const fitting = async (where: string) => (await answer(where)).body.customers.map((row) => row.name).toSorted();

/** Anna bought for much and was called in February; Boris has an address in Sofia and a tag; Clio is a firm nobody has spoken with. */
async function three() {
  const anna = await shop.customer({ name: 'Anna', email: 'anna@example.org', profession: 'Teacher' });
  const boris = await shop.customer({ name: 'Boris', ownerId: shop.nikos, country: 'BG', note: 'Likes 50% off; asks = politely, often' });
  const clio = await shop.customer({ name: 'Clio', kind: 'organization' });
  const tag = newId();
  await shop.bought([
    { customer: anna, on: '2026-01-21', minor: 50_000 },
    { customer: anna, on: '2026-02-10', minor: 60_000 },
  ]);
  await shop.inside(async (tx) => {
    await tx.client.query(
      `insert into tag (workspace_id, id, name, folded_name, made_at) values ($1, $2, 'Wholesale', 'wholesale', now())`,
      [tx.workspace, tag],
    );
    await tx.client.query('insert into customer_tag (workspace_id, customer_id, tag_id, tagged_at) values ($1, $2, $3, now())', [
      tx.workspace,
      boris,
      tag,
    ]);
    await logTouchpoint(tx, shop.now(), shop.eleni, anna, { kind: 'call', pulse: 4, at: Temporal.Instant.from('2026-02-01T22:30:00Z') });
    tx.touch(anna, boris, clio);
  });
  return { anna, boris, clio, tag };
}

describe('a list is narrowed by', () => {
  test('what customers bought, when, and how much', async () => {
    await three();
    expect(await fitting('spent.atLeast=110000')).toEqual(['Anna']);
    expect(await fitting('spent.atLeast=110001')).toEqual([]);
    expect(await fitting('last_purchase.since=-20d')).toEqual(['Anna']);
    expect(await fitting('last_purchase.since=-19d')).toEqual([]);
    expect(await fitting('last_purchase.empty')).toEqual(['Boris', 'Clio']);
  });

  test('when we heard each other, by days of the business', async () => {
    await three();
    // Half past ten in the evening in London is the next day in Athens.
    expect(await fitting('last_contact.until=2026-02-01')).toEqual([]);
    expect(await fitting('last_contact.until=2026-02-02')).toEqual(['Anna']);
    expect(await fitting('last_contact.since=2026-02-02;pulse.atLeast=4')).toEqual(['Anna']);
    expect(await fitting('last_contact.empty')).toEqual(['Boris', 'Clio']);
  });

  test('who answers for them, and what stands in their record', async () => {
    await three();
    expect(await fitting(`owner.any=${shop.nikos}`)).toEqual(['Boris']);
    expect(await fitting(`owner.none=${shop.nikos}`)).toEqual(['Anna', 'Clio']);
    expect(await fitting('profession.has=TEACH')).toEqual(['Anna']);
    expect(await fitting('profession.empty')).toEqual(['Boris', 'Clio']);
    expect(await fitting('email.has=example')).toEqual(['Anna']);
    expect(await fitting('email.empty')).toEqual(['Boris', 'Clio']);
    expect(await fitting('note.has=50%25 off%3b asks %3d politely%2c')).toEqual(['Boris']);
    expect(await fitting('kind.any=organization')).toEqual(['Clio']);
    expect(await fitting('key.is=no')).toEqual(['Anna', 'Boris', 'Clio']);
  });

  test('tags, with them and without', async () => {
    const { tag } = await three();
    expect(await fitting(`tag.any=${tag}`)).toEqual(['Boris']);
    expect(await fitting(`tag.none=${tag}`)).toEqual(['Anna', 'Clio']);
    expect(await fitting('tag.empty')).toEqual(['Anna', 'Clio']);
    expect(await fitting('tag.filled')).toEqual(['Boris']);
  });

  test('everything else that people write in a record', async () => {
    const clio = await shop.customer({ name: 'Clio', kind: 'organization' });
    const told = {
      nickname: 'Annie',
      otherNames: 'Smith',
      latinName: 'Anna P',
      greeting: 'Dear Annie',
      prefix: 'Dr',
      suffix: 'Jr',
      timeZone: 'Asia/Tehran',
      formality: 'familiar',
      websites: [{ value: 'https://anna.example' }],
      addresses: [{ street: 'Ermou 5', postalCode: '10563', city: 'Athens', region: 'Attica' }],
    };
    const made = await shop.request<{ id: string }>('eleni', 'post', '/api/customers', {
      kind: 'person',
      given: 'Anna',
      family: 'Pappa',
      ...told,
    });
    const firm = { name: 'Daphne', legalName: 'Daphne S.A.', foundedOn: '1999-04-01', parentId: clio };
    expect((await shop.request('eleni', 'post', '/api/customers', { kind: 'organization', ...firm })).status).toBe(200);
    const anna = ['Dr Anna Pappa Jr', 'Anna Pappa', 'Anna Pappa Jr'];
    for (const where of [
      'name.has=pappa',
      'nickname.is=annie',
      'other_names.has=smi',
      'latin_name.has=anna',
      'greeting.filled',
      'prefix.is=dr',
      'given.is=anna',
      'family.is=pappa',
      'suffix.filled',
      'time_zone.is=asia/tehran',
      'formality.any=familiar',
      'websites.has=anna.example',
      'street.has=ermou',
      'postal_code.is=10563',
      'region.is=attica',
    ]) {
      const found = await fitting(where);
      expect([where, found.length, anna.includes(found[0] ?? '')]).toEqual([where, 1, true]);
    }
    for (const where of ['legal_name.has=s.a.', 'founded_on.until=1999-12-31', `parent.any=${clio}`])
      expect([where, await fitting(where)]).toEqual([where, ['Daphne']]);
    expect(await fitting('known_since.since=2026-03-02')).toHaveLength(2);
    expect(await fitting('known_since.until=2026-03-01')).toEqual(['Clio']);
    expect(await fitting('patronymic.filled')).toEqual([]);
    expect(made.status).toBe(200);
  });

  test('where people work now and what they do there, and when a key customer is due for review', async () => {
    const { anna, boris, clio } = await three();
    const role = (person: string, more: object) =>
      shop.request('eleni', 'post', '/api/contact-roles', { personId: person, organizationId: clio, ...more });
    expect((await role(anna, { role: 'Buyer' })).status).toBe(200);
    expect((await role(boris, { role: 'Guard', untilOn: '2026-01-31' })).status).toBe(200);
    expect(await fitting(`organization.any=${clio}`)).toEqual(['Anna']);
    expect(await fitting('organization.empty')).toEqual(['Boris', 'Clio']);
    expect(await fitting('role.has=buy')).toEqual(['Anna']);
    expect(await fitting('role.has=guard')).toEqual([]);
    await shop.inside((tx) =>
      listKeyCustomer(tx, shop.now(), shop.eleni, boris, { reason: 'Brings others', reviewOn: Temporal.PlainDate.from('2026-04-01') }),
    );
    expect(await fitting('key_review.until=+30d')).toEqual(['Boris']);
    expect(await fitting('key_review.empty')).toEqual(['Anna', 'Clio']);
  });

  test('all conditions at once', async () => {
    await three();
    expect(await fitting('country.is=bg;tag.filled')).toEqual(['Boris']);
    expect(await fitting('country.is=bg;tag.empty')).toEqual([]);
  });
});

test('what cannot be asked is said, in the field it was written in', async () => {
  const { status, body } = await answer('shoe_size.atLeast=40');
  expect([status, body]).toMatchObject([422, { code: 'customers.field_unknown', field: 'where' }]);
});

test('another workspace finds none of ours, whatever it asks', async () => {
  const { tag } = await three();
  for (const where of ['spent.atLeast=0', `tag.any=${tag}`, 'email.has=example', `owner.any=${shop.nikos}`])
    expect((await answer(where, 'ann')).body).toMatchObject({ customers: [] });
});
