/**
 * A message as the browser gets it. Text without anything to fill in stays text; the rest is a list of parts. Made from ICU
 * MessageFormat when the product is built (compile.ts), so that no parser travels.
 */
export type Compiled = string | readonly Part[];

export type Part =
  | string
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly style: Intl.NumberFormatOptions }
  /** The figure that a plural is about. */
  | { readonly kind: 'count' }
  | { readonly kind: 'plural'; readonly name: string; readonly ordinal: boolean; readonly offset: number; readonly cases: Cases }
  | { readonly kind: 'select'; readonly name: string; readonly cases: Cases }
  | { readonly kind: 'tag'; readonly name: string; readonly inside: Compiled };

type Cases = Readonly<Record<string, Compiled>>;

type Fill<Piece> = {
  readonly locale: string;
  /** What stands for a name. */
  readonly value: (name: string) => unknown;
  /** Markup around what is inside a tag. */
  readonly tag: (name: string, inside: readonly (string | Piece)[]) => Piece;
};

/** The pieces of a message in order: texts, and whatever values and tags are not text. */
export function fill<Piece>(message: Compiled, how: Fill<Piece>, count?: number): (string | Piece)[] {
  if (typeof message === 'string') return [message];
  return message.flatMap((part): (string | Piece)[] => {
    if (typeof part === 'string') return [part];
    switch (part.kind) {
      case 'value': {
        const value = how.value(part.name);
        return [typeof value === 'number' ? figure(how.locale, value) : (value as string | Piece)];
      }
      case 'number':
        return [figure(how.locale, Number(how.value(part.name)), part.style)];
      case 'count':
        return [count === undefined ? '#' : figure(how.locale, count)];
      case 'plural': {
        const value = Number(how.value(part.name));
        const rest = value - part.offset;
        const category = new Intl.PluralRules(how.locale, { type: part.ordinal ? 'ordinal' : 'cardinal' }).select(rest);
        return fill(part.cases[`=${value}`] ?? part.cases[category] ?? part.cases['other'] ?? '', how, rest);
      }
      case 'select':
        return fill(part.cases[String(how.value(part.name))] ?? part.cases['other'] ?? '', how, count);
      case 'tag':
        return [how.tag(part.name, fill(part.inside, how, count))];
    }
  });
}

function figure(locale: string, value: number, style: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, style).format(value);
}
