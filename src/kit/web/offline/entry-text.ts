import type { WaitingEntry } from './entries.ts';

type Written = Pick<WaitingEntry, 'body' | 'about'>;
type Fields = { readonly [name: string]: unknown };

/** The words that somebody typed into an entry; null where there are none. */
export function textIn({ body, about }: Written): string | null {
  if (about.text === undefined) return null;
  const found = about.text.split('.').reduce<unknown>((part, name) => (part as Fields | undefined)?.[name], body);
  return typeof found === 'string' ? found : null;
}

/** The body of an entry with other words. */
export function withText({ body, about }: Written, text: string): unknown {
  return about.text === undefined ? body : put(body as Fields, about.text.split('.'), text);
}

function put(part: Fields, [name = '', ...rest]: readonly string[], text: string): Fields {
  return { ...part, [name]: rest.length === 0 ? text : put(part[name] as Fields, rest, text) };
}
