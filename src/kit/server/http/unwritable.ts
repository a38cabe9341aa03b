// The calendar of contracts has a year 0, that of databases begins with the year 1.
const dayOfYearNought = /^0000-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/;

/**
 * Where in what was sent a text stands that no database keeps as it is: with a NUL in it, with half a character, or
 * a day of a year that its calendar has not. Undefined where there is none. Without recursion, since
 * whoever sends may nest as deep as they like.
 */
export function unwritableIn(sent: unknown): string | undefined {
  const left: { readonly value: unknown; readonly path: string }[] = [{ value: sent, path: '' }];
  for (let one = left.pop(); one; one = left.pop()) {
    const { value, path } = one;
    if (typeof value === 'string' && isUnwritable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (isUnwritable(name)) return path;
      left.push({ value: inner, path: path === '' ? name : `${path}.${name}` });
    }
  }
  return undefined;
}

function isUnwritable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed() || dayOfYearNought.test(text);
}
