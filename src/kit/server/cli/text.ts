const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many places a text takes in a terminal: one for each letter as people see it. */
export function widthOf(text: string): number {
  let width = 0;
  for (const _ of graphemes.segment(text)) width += 1;
  return width;
}

/** Breaks a text into lines at spaces; `first` begins the first line, the others begin with as many spaces. */
export function wrap(text: string, width: number, first = ''): string[] {
  const indent = ' '.repeat(widthOf(first));
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one, index) => `${index === 0 ? first : indent}${one}`);
}

/** One line with something at its end. */
export function spread(start: string, end: string, width: number): string {
  return `${start}${' '.repeat(Math.max(2, width - widthOf(start) - widthOf(end)))}${end}`;
}

/** Rows under headings, each column as wide as its widest cell; columns named in `figures` are set at their end. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  figures: ReadonlySet<number> = new Set(),
): string[] {
  const widths = headings.map((heading, column) => Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const lineOf = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        return figures.has(column) ? `${space}${cell}` : `${cell}${space}`;
      })
      .join('  ')
      .trimEnd();
  return [lineOf(headings), lineOf(widths.map((width) => '─'.repeat(width))), ...rows.map(lineOf)];
}
