import type { JsonSchema } from '#kit/contract/example.ts';
import type { Random } from '#fixtures/random.ts';

/** An id for a field of this name: mostly one's own, sometimes somebody else's or nobody's. */
export type IdOf = (field: string) => string;

const words = [
  'Maria',
  'Γεωργία Παπαδοπούλου',
  'مریم رضایی',
  'Ана',
  'Ծովինար',
  'called about the figs',
  'a',
  '2026',
  'x'.repeat(40),
] as const;

/** A value that a schema accepts, made by chance: fields that may be left out sometimes are, figures lie anywhere within their limits. */
export function validValue(random: Random, schema: JsonSchema, field: string, idOf: IdOf): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return validValue(random, random.pick(choices), field, idOf);
  const types = [schema.type ?? 'string'].flat();
  switch (random.pick(types)) {
    case 'object':
      return objectOf(random, schema, idOf);
    case 'array':
      return Array.from({ length: (schema.minItems ?? 0) + random.whole(0, 2) }, () => validValue(random, schema.items ?? {}, field, idOf));
    case 'integer':
      return numberOf(random, schema);
    case 'number':
      return random.chance(0.5) ? numberOf(random, schema) : numberOf(random, schema) / 3;
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return textOf(random, schema, field, idOf);
  }
}

function objectOf(random: Random, { properties = {}, required = [] }: JsonSchema, idOf: IdOf): Record<string, unknown> {
  const told = Object.entries(properties).filter(([name]) => required.includes(name) || random.chance(0.6));
  return Object.fromEntries(told.map(([name, one]) => [name, validValue(random, one, name, idOf)]));
}

function numberOf(random: Random, { minimum, maximum, exclusiveMinimum }: JsonSchema): number {
  const least = Math.max(minimum ?? -100, exclusiveMinimum === undefined ? -Infinity : exclusiveMinimum + 1);
  const most = Math.min(maximum ?? 5000, 1e9);
  if (random.chance(0.2)) return least;
  if (random.chance(0.2)) return Math.max(least, most);
  return least + random.whole(0, Math.max(1, most - least) - 1);
}

function textOf(random: Random, { format, pattern, maxLength }: JsonSchema, field: string, idOf: IdOf): string {
  if (format === 'uuid') return idOf(field);
  if (format === 'date') return `2026-0${1 + random.whole(0, 8)}-1${random.whole(0, 9)}`;
  if (format === 'date-time' || /(?:At|From)$/.test(field)) return `2026-03-${10 + random.whole(0, 19)}T1${random.whole(0, 9)}:00:00Z`;
  if (format === 'email') return `somebody${random.whole(0, 999)}@example.com`;
  if (format === 'uri') return 'https://push.example.com/somebody';
  if (pattern?.includes('[0-5]\\d$') === true) return `${10 + random.whole(0, 9)}:00`;
  if (pattern?.includes('A-Z') === true) return 'EUR';
  if (/timezone/i.test(field)) return random.pick(['Europe/Athens', 'Asia/Tehran', 'America/Toronto']);
  return random.pick(words).slice(0, maxLength);
}

/** Texts at which programs stumble. */
const hostileTexts = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202e\u2066drawkcab\u2069',
  '\ufeff\u200b\u00ad',
  'e' + '\u0301'.repeat(500),
  '👩‍👩‍👧‍👦'.repeat(50),
  "'; drop table customer; --",
  "' or '1'='1",
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '${7*7}{{7*7}}',
  '../../../../etc/passwd',
  '%00%2e%2e%2f',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-Infinity',
  '1e400',
  '0x7fffffff',
  '9223372036854775808',
  '-1',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-13-45',
  '9999-12-31T23:59:59.999999999Z',
  '0001-01-01T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026-03-29T02:30',
  '25:61',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  'not-a-uuid',
  'x'.repeat(10_000),
  'x'.repeat(200_000),
  ','.repeat(5000),
  ';'.repeat(4000),
  '%'.repeat(300),
  '\\'.repeat(300),
  '*'.repeat(100),
  '(('.repeat(300),
  '\n\r\t',
  'Europe/Nowhere',
  'xx-INVALID-x-y-z',
  'ZZZ',
] as const;

const hostileThings = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  0.1,
  1e-7,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e21,
  [],
  {},
  [[]],
  [null],
  { length: 5 },
] as const;

export function hostileText(random: Random): string {
  return random.pick(hostileTexts);
}

/** Anything but what belongs there. */
export function hostileValue(random: Random): unknown {
  if (random.chance(0.6)) return hostileText(random);
  if (random.chance(0.1)) return deep(random.pick([50, 500, 3000]), random.chance(0.5));
  if (random.chance(0.1)) return Array.from({ length: random.pick([100, 3000]) }, (_, place) => place);
  if (random.chance(0.1)) return JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}') as unknown;
  return random.pick(hostileThings);
}

function deep(levels: number, ofArrays: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = ofArrays ? [value] : { a: value };
  return value;
}

/** A value with one thing in it put wrong, wherever it is. */
export function spoiled(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random.chance(0.08)) return hostileValue(random);
  if (Array.isArray(value)) {
    if (value.length === 0) return [hostileValue(random)];
    const at = random.whole(0, value.length - 1);
    return value.map((one: unknown, place) => (place === at ? spoiled(random, one) : one));
  }
  const fields = Object.entries(value);
  const at = random.whole(0, fields.length);
  // A field that nobody asked for, or one of them spoiled or left out.
  if (at === fields.length) return { ...value, [random.pick(['__proto__', 'id', 'workspaceId', 'x'.repeat(300)])]: hostileValue(random) };
  if (random.chance(0.2)) return Object.fromEntries(fields.filter((_, place) => place !== at));
  return Object.fromEntries(fields.map(([name, one], place) => [name, place === at ? spoiled(random, one) : one]));
}
