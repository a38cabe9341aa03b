import pg from 'pg';

const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [pg.types.builtins.DATE, (text) => (text === 'infinity' ? null : Temporal.PlainDate.from(text))],
  [pg.types.builtins.INT8, safeInteger],
]);

type Parse = (text: string) => unknown;
// pg knows the types by an enum of those it ships with; a database may name any.
const parserOfPg = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse;

/** The one place where database values become ours: instants and dates as Temporal, big integers as safe numbers, exact decimals as text. */
export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? parserOfPg(oid, format),
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
}

/** What node-postgres would turn into JSON text with quotes around it. */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}
