import { describe, expect, test } from 'vitest';
import { openShop } from '#fixtures/open-shop.ts';
import { people } from '../index.ts';

const shop = openShop([people]);

type Choice = { id: string; name: string; isWithdrawn: boolean; customers?: number };
type Field = { id: string; name: string; isArchived: boolean; currency: string | null; choices: Choice[] };
type Somebody = 'eleni' | 'nikos' | 'ann';

const ask = async (as: Somebody, body: object) => await shop.request<Field>(as, 'post', '/api/custom-fields', body);
const define = async (body: object) => {
  const answer = await ask('eleni', body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
};
const change = async (field: Field, body: object) => await shop.request<Field>('eleni', 'patch', `/api/custom-fields/${field.id}`, body);
const fieldsSeenBy = async (as: Somebody) => (await shop.request<{ fields: Field[] }>(as, 'get', '/api/custom-fields')).body.fields;
const tell = async (customer: string, custom: object, as: Somebody = 'nikos') =>
  await shop.request(as, 'patch', `/api/customers/${customer}`, { custom });
const custom = async (customer: string) => (await shop.request('nikos', 'get', `/api/customers/${customer}`)).body['custom'];
const changes = async (customer: string) =>
  await shop.inside(async (tx) => {
    const { rows } = await tx.client.query<{ detail: { custom?: object } }>(
      "select detail from event where customer_id = $1 and kind = 'customer.changed' order by id",
      [customer],
    );
    return rows.map(({ detail }) => detail.custom);
  });

const roastOf = (...names: string[]) => ({ name: 'Roast', kind: 'choice', choices: names.map((name) => ({ name })) });

describe('fields are defined', () => {
  test('by the owner alone, and seen by every colleague in their order', async () => {
    await define(roastOf('Light', 'Dark'));
    const limit = await define({ name: 'Credit limit', kind: 'money', appliesTo: 'organizations', help: 'As agreed in writing.' });
    expect(limit).toMatchObject({ currency: 'EUR', help: 'As agreed in writing.', appliesTo: 'organizations' });
    expect((await fieldsSeenBy('nikos')).map(({ name }) => name)).toEqual(['Roast', 'Credit limit']);
    expect(await ask('nikos', { name: 'Mine', kind: 'text' })).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    expect(await fieldsSeenBy('ann')).toEqual([]);
  });

  test('with choices of their own: none is taken from another field', async () => {
    const roast = await define(roastOf('Light', 'Dark'));
    const [light] = roast.choices;
    const other = { name: 'Mood', kind: 'choice', choices: [{ id: light?.id, name: 'Sunny' }] };
    expect(await ask('eleni', other)).toMatchObject({ status: 422, body: { code: 'custom_field.choice_not_found' } });
    expect((await fieldsSeenBy('eleni')).map(({ name, choices }) => [name, choices.map((one) => one.name)])).toEqual([
      ['Roast', ['Light', 'Dark']],
    ]);
  });

  test('under a name of their own, whatever its accents and capitals', async () => {
    await define({ name: 'Ψήσιμο', kind: 'text' });
    for (const [name, code] of [
      ['ΨΗΣΙΜΟ', 'custom_field.name_taken'],
      ['e-mail', 'custom_field.name_built_in'],
      ['Τελευταία αγορά', 'custom_field.name_built_in'],
      ['نام', 'custom_field.name_built_in'],
      [' ', 'custom_field.name_missing'],
    ] as const)
      expect(await ask('eleni', { name, kind: 'text' })).toMatchObject({ status: 422, body: { code, field: 'name' } });
  });

  test('up to a hundred', async () => {
    await shop.inside(async (tx) => {
      await tx.client.query(
        `insert into custom_field (workspace_id, id, name, folded_name, kind, applies_to, place, made_at)
         select $1, gen_random_uuid(), 'Field ' || n, 'field ' || n, 'text', 'everyone', n, now() from generate_series(1, 100) n`,
        [tx.workspace],
      );
    });
    expect(await ask('eleni', { name: 'One more', kind: 'text' })).toMatchObject({ status: 422, body: { code: 'custom_field.too_many' } });
  });

  test('and are put into another order', async () => {
    const [first, , third] = [
      await define({ name: 'First', kind: 'text' }),
      await define({ name: 'Second', kind: 'text' }),
      await define({ name: 'Third', kind: 'text' }),
    ];
    await shop.request('eleni', 'put', '/api/custom-fields/order', { fields: [third.id, first.id] });
    expect((await fieldsSeenBy('eleni')).map(({ name }) => name)).toEqual(['Third', 'First', 'Second']);
  });
});

describe('choices', () => {
  test('keep their customers when they are called otherwise or stand elsewhere', async () => {
    const field = await define(roastOf('Light', 'Dark'));
    const [light, dark] = field.choices as [Choice, Choice];
    const maria = await shop.customer({ name: 'Maria' });
    await tell(maria, { [field.id]: light.id });
    const { body } = await change(field, {
      choices: [
        { id: dark.id, name: 'Dark' },
        { id: light.id, name: 'Blonde' },
      ],
    });
    expect(body.choices.map(({ name }) => name)).toEqual(['Dark', 'Blonde']);
    expect(await custom(maria)).toEqual({ [field.id]: light.id });
  });

  test('that nobody has go; one that somebody has is withdrawn, stays with them, and can be offered again', async () => {
    const field = await define(roastOf('Light', 'Medium', 'Dark'));
    const [light, medium, dark] = field.choices as [Choice, Choice, Choice];
    const [maria, petros] = [await shop.customer({ name: 'Maria' }), await shop.customer({ name: 'Petros' })];
    await tell(maria, { [field.id]: light.id });
    await change(field, { choices: [{ id: dark.id, name: 'Dark' }] });
    const read = (await shop.request<Field>('nikos', 'get', `/api/custom-fields/${field.id}`)).body;
    expect(read.choices).toEqual([
      { id: dark.id, name: 'Dark', isWithdrawn: false, customers: 0 },
      { id: light.id, name: 'Light', isWithdrawn: true, customers: 1 },
    ]);
    expect(await custom(maria)).toEqual({ [field.id]: light.id });
    expect(await tell(petros, { [field.id]: light.id })).toMatchObject({
      status: 422,
      body: { code: 'custom_field.choice_unknown', field: `custom.${field.id}` },
    });
    expect(await tell(petros, { [field.id]: medium.id })).toMatchObject({ body: { code: 'custom_field.choice_unknown' } });
    await change(field, { choices: [{ id: dark.id, name: 'Dark' }, { name: 'LIGHT' }] });
    expect(await tell(petros, { [field.id]: light.id })).toMatchObject({ status: 200 });
  });
});

describe('a field that is archived', () => {
  test('is not asked any more, keeps what customers have, and can be brought back', async () => {
    const field = await define({ name: 'Motto', kind: 'text' });
    const maria = await shop.customer({ name: 'Maria' });
    await tell(maria, { [field.id]: 'Slow is fine' });
    expect(await shop.request('eleni', 'put', `/api/custom-fields/${field.id}/archived`)).toMatchObject({ body: { isArchived: true } });
    expect(await custom(maria)).toEqual({});
    expect(await tell(maria, { [field.id]: 'Fast' })).toMatchObject({ status: 422, body: { code: 'custom_field.is_archived' } });
    await shop.request('eleni', 'delete', `/api/custom-fields/${field.id}/archived`);
    expect(await custom(maria)).toEqual({ [field.id]: 'Slow is fine' });
  });

  test('gives its name away, and cannot come back while another has it', async () => {
    const field = await define({ name: 'Motto', kind: 'text' });
    await shop.request('eleni', 'put', `/api/custom-fields/${field.id}/archived`);
    await define({ name: 'motto', kind: 'text' });
    expect(await shop.request('eleni', 'delete', `/api/custom-fields/${field.id}/archived`)).toMatchObject({
      status: 422,
      body: { code: 'custom_field.name_taken' },
    });
  });
});

describe('what a customer has', () => {
  test('in a field of every kind is told, read, told anew and forgotten, with what it was and became in the log', async () => {
    const artos = await shop.customer({ name: 'Artos', kind: 'organization' });
    const maria = await shop.customer({ name: 'Maria' });
    const text = await define({ name: 'Motto', kind: 'text' });
    const number = await define({ name: 'Kilos a month', kind: 'number' });
    const money = await define({ name: 'Credit limit', kind: 'money', currency: 'BGN' });
    const day = await define({ name: 'Contract until', kind: 'date' });
    const choice = await define(roastOf('Light', 'Dark'));
    const choices = await define({ name: 'Brews with', kind: 'choices', choices: [{ name: 'Briki' }, { name: 'Filter' }] });
    const person = await define({ name: 'Who orders', kind: 'person' });
    const [light] = choice.choices as [Choice];
    const [briki, filter] = choices.choices as [Choice, Choice];
    const told = {
      [text.id]: ' Slow  is fine',
      [number.id]: 12.25,
      [money.id]: 150_000,
      [day.id]: '2027-01-31',
      [choice.id]: light.id,
      [choices.id]: [filter.id, briki.id],
      [person.id]: maria,
    };
    expect(await tell(artos, told)).toMatchObject({ status: 200 });
    const known = { ...told, [text.id]: 'Slow is fine', [choices.id]: [briki.id, filter.id], [person.id]: { id: maria, name: 'Maria' } };
    expect(await custom(artos)).toEqual(known);
    shop.at('2026-03-02T09:00:00Z');
    await tell(artos, { [number.id]: 0, [choices.id]: [filter.id], [text.id]: null });
    expect(await custom(artos)).toEqual({ ...known, [number.id]: 0, [choices.id]: [filter.id], [text.id]: undefined });
    expect(await changes(artos)).toMatchObject([
      { [number.id]: { before: null, after: 12.25 } },
      { [number.id]: { before: 12.25, after: 0 }, [text.id]: { before: 'Slow is fine', after: null } },
    ]);
  });

  test('is told when they are made, one or many', async () => {
    const field = await define({ name: 'Kilos a month', kind: 'number' });
    const one = await shop.request('nikos', 'post', '/api/customers', { kind: 'person', name: 'Maria', custom: { [field.id]: 3 } });
    expect(one.body['custom']).toEqual({ [field.id]: 3 });
    const many = await shop.request('nikos', 'post', '/api/customers/many', {
      customers: [
        { kind: 'person', name: 'Petros', custom: { [field.id]: 4 } },
        { kind: 'person', name: 'Anna', custom: { [field.id]: 'four' } },
      ],
    });
    const { made } = many.body as { made: { id: string }[] };
    expect(await custom(made[0]?.id ?? '')).toEqual({ [field.id]: 4 });
    expect(many.body).toMatchObject({ refused: [{ place: 1, code: 'custom_field.number_unusable', field: `custom.${field.id}` }] });
  });

  test('in a field of a person is somebody known who is a person, and never themselves', async () => {
    const field = await define({ name: 'Who orders', kind: 'person' });
    const [maria, bakery] = [await shop.customer({ name: 'Maria' }), await shop.customer({ name: 'Artos', kind: 'organization' })];
    const refusal = (code: string) => ({ status: 422, body: { code, field: `custom.${field.id}` } });
    expect(await tell(maria, { [field.id]: bakery })).toMatchObject(refusal('custom_field.person_unknown'));
    expect(await tell(bakery, { [field.id]: '01890000-0000-7000-8000-000000000009' })).toMatchObject(
      refusal('custom_field.person_unknown'),
    );
    expect(await tell(maria, { [field.id]: maria })).toMatchObject(refusal('custom_field.person_is_self'));
  });

  test('stays in the workspace: another neither defines, writes nor reads', async () => {
    const field = await define({ name: 'Motto', kind: 'text' });
    const maria = await shop.customer({ name: 'Maria' });
    expect((await tell(maria, { [field.id]: 'theirs' }, 'ann')).status).toBe(404);
    expect((await shop.request('ann', 'patch', `/api/custom-fields/${field.id}`, { name: 'Theirs' })).status).toBe(404);
    expect(
      (await shop.request('ann', 'post', '/api/customers', { kind: 'person', name: 'Bob', custom: { [field.id]: 'x' } })).body,
    ).toMatchObject({
      code: 'custom_field.not_found',
    });
  });
});
