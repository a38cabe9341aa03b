import { jsonSchemaOf, type JsonSchema } from '#kit/contract/example.ts';
import type { Route } from '#kit/contract/route.ts';
import type { Random } from '#fixtures/random.ts';
import { hostileText, spoiled, validValue, type IdOf } from './values.ts';

/** How right a request is: as the contract asks, with something wrong in it, or wrong in how it is written at all. */
export const manners = ['valid', 'nearly valid', 'hostile'] as const;
export type Manner = (typeof manners)[number];

export type Made = { readonly method: string; readonly address: string; readonly headers: Headers; readonly body: BodyInit | undefined };

export function makeRequest(random: Random, route: Route, manner: Manner, idOf: IdOf): Made {
  const schemaOf = (schema: Parameters<typeof jsonSchemaOf>[0] | undefined) => (schema ? jsonSchemaOf(schema, 'input') : {});
  const made = (schema: JsonSchema) => {
    const value = validValue(random, schema, '', idOf);
    return manner === 'valid' || random.chance(0.5) ? value : spoiled(random, value);
  };
  const headers = new Headers({ 'x-tend': '1' });
  const body = route.body ? made(schemaOf(route.body)) : undefined;
  const written = bodyOf(random, route, manner, body, headers);
  if (manner === 'hostile') spoilHeaders(random, headers);
  return {
    method: route.method.toUpperCase(),
    address: pathOf(random, route, manner, idOf) + queryOf(random, route, manner, made),
    headers,
    body: route.method === 'get' ? undefined : written,
  };
}

function pathOf(random: Random, { path }: Route, manner: Manner, idOf: IdOf): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (manner === 'valid' || random.chance(0.7)) return idOf(name);
    const text = hostileText(random).slice(0, 4000);
    // As it is written in an address; now and then in an encoding that is none.
    if (random.chance(0.15)) return random.pick(['%zz', '%ff%fe', '%c0%ae', '%', '..%2f..', '%00']);
    return encodeURIComponent(text.toWellFormed());
  });
}

function queryOf(random: Random, { query }: Route, manner: Manner, made: (schema: JsonSchema) => unknown): string {
  const told = query ? made(jsonSchemaOf(query, 'output')) : {};
  const search = new URLSearchParams();
  const entries = typeof told === 'object' && told !== null ? Object.entries(told) : [];
  for (const [name, value] of entries) search.append(name.slice(0, 50), textIn(value));
  if (manner !== 'valid' && random.chance(0.3)) {
    const known = Object.keys(query?._zod.def.shape ?? {});
    search.append(random.pick([...known, 'x']), hostileText(random).slice(0, 6000).toWellFormed());
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}

function textIn(value: unknown): string {
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(',') : JSON.stringify(value ?? null);
  return text.slice(0, 6000).toWellFormed();
}

function bodyOf(random: Random, route: Route, manner: Manner, value: unknown, headers: Headers): BodyInit | undefined {
  if (route.raw === 'upload') return uploadOf(random, manner);
  if (!route.body) return undefined;
  headers.set('content-type', 'application/json');
  const text = JSON.stringify(value ?? null);
  if (manner !== 'hostile' || random.chance(0.5)) return text;
  headers.set(
    'content-type',
    random.pick(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'application/json; charset=utf-16']),
  );
  return random.pick([
    text.slice(0, text.length / 2),
    `${text}}`,
    '',
    '{"a":1,"a":2,',
    '['.repeat(20_000),
    '{"a":'.repeat(5000),
    new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    '\ufeff{}',
    'null',
    '1e999',
    '"x"',
    '0'.repeat(1_100_000),
  ]);
}

function uploadOf(random: Random, manner: Manner): BodyInit {
  if (manner === 'valid') return 'date;number;customer;total\n2026-01-02;1;Maria;12,50\n';
  return random.pick([
    '',
    new Uint8Array(2000).fill(0),
    'BEGIN:VCARD\nVERSION:9\n' + 'N:;;;;\n'.repeat(500),
    '"'.repeat(5000),
    ';'.repeat(20_000),
    new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0, 0, 0]),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    'a,b\n' + '=cmd|calc,\0\n'.repeat(300),
  ]);
}

function spoilHeaders(random: Random, headers: Headers): void {
  const nasty = [
    '',
    'x'.repeat(300),
    '*',
    '-1',
    '1e9',
    'NaN',
    '%00',
    '"',
    'W/"',
    '\u00ff\u00fe',
    "'; drop table event; --",
    '[object Object]',
  ] as const;
  for (const name of [
    'idempotency-key',
    'if-match',
    'if-none-match',
    'accept-language',
    'x-tend-waited',
    'x-tend-workspace',
    'x-tend-colleague',
    'x-forwarded-for',
    'range',
    'origin',
  ])
    if (random.chance(0.12)) headers.set(name, random.pick(nasty));
}
