import type { WaitingEntry } from './entries.ts';

type Written = Pick<WaitingEntry, 'body' | 'about'>;
type Fields = { readonly [name: string]: unknown };

/** What stands at a place of a body: `touchpoint.summary`, `promises.0`; the body itself at the empty one. */
export function partAt(body: unknown, place: string): unknown {
  return namesOf(place).reduce<unknown>((part, name) => (part as Fields | null | undefined)?.[name], body);
}

/** The body with something else at a place. */
export function withPart(body: unknown, place: string, part: unknown): unknown {
  return put(body, namesOf(place), part);
}

/** The words that somebody typed into an entry; null where there are none. */
export function textIn({ body, about }: Written): string | null {
  const found = about.text === undefined ? undefined : partAt(body, about.text);
  return typeof found === 'string' ? found : null;
}

function namesOf(place: string): readonly string[] {
  return place === '' ? [] : place.split('.');
}

function put(whole: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part;
  if (Array.isArray(whole)) return whole.map((one: unknown, place) => (String(place) === name ? put(one, rest, part) : one));
  return { ...(whole as Fields), [name]: put((whole as Fields)[name], rest, part) };
}
