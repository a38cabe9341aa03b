import { textOf } from './tree.ts';

const tokens =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<literal>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(?<=[=(,:!&|?{;[\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*)/g;

/** A TypeScript file taken apart: its comments, and its code without comments and without the insides of its literals. */
export function takeApart(path: string): { comments: string[]; code: string } {
  const text = textOf(path);
  const comments: string[] = [];
  const code = text.replaceAll(tokens, (whole, comment: string | undefined) => {
    if (comment !== undefined) comments.push(comment);
    return comment === undefined ? "''" : whole.replaceAll(/[^\n]/g, '');
  });
  return { comments, code };
}

/** The words that an identifier is made of: `keyCustomer` and `key_customer` are both `key` and `customer`. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3_$2$4')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}
