/**
 * A message as the browser gets it. Text without anything to fill in stays text; the rest is a list of parts, written short
 * because every page carries all of them. Made from ICU MessageFormat when the product is built (compile.ts), so that no parser
 * travels.
 */
export type Compiled = string | readonly Part[];

export type Part =
  | string
  | readonly [kind: 'value', name: string]
  | readonly [kind: 'number', name: string, style: Intl.NumberFormatOptions]
  /** The figure that a plural is about. */
  | readonly [kind: 'count']
  | readonly [kind: 'plural' | 'ordinal', name: string, cases: Cases, offset?: number]
  | readonly [kind: 'select', name: string, cases: Cases]
  | readonly [kind: 'tag', name: string, inside: Compiled];

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
    switch (part[0]) {
      case 'value': {
        const value = how.value(part[1]);
        return [typeof value === 'number' ? figure(how.locale, value) : (value as string | Piece)];
      }
      case 'number':
        return [figure(how.locale, Number(how.value(part[1])), part[2])];
      case 'count':
        return [count === undefined ? '#' : figure(how.locale, count)];
      case 'plural':
      case 'ordinal': {
        const [kind, name, cases, offset = 0] = part;
        const value = Number(how.value(name));
        const rules = new Intl.PluralRules(how.locale, { type: kind === 'plural' ? 'cardinal' : 'ordinal' });
        const chosen = cases[`=${value}`] ?? cases[rules.select(value - offset)] ?? cases['other'];
        return fill(chosen ?? '', how, value - offset);
      }
      case 'select': {
        const [, name, cases] = part;
        return fill(cases[String(how.value(name))] ?? cases['other'] ?? '', how, count);
      }
      case 'tag':
        return [how.tag(part[1], fill(part[2], how, count))];
    }
  });
}

function figure(locale: string, value: number, style: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale, style).format(value);
}
