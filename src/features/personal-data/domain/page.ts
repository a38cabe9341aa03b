/** A part of what is known of somebody, in words: its heading, the names of its columns, and the rows. */
export type TextPart = { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * What is known of somebody as one page that needs nothing else: it opens in any browser and prints well. A part with one row reads as a list, with several as
 * a table; columns in which nothing stands are left out.
 */
export function personalPage(page: {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly lede: string;
  readonly parts: readonly TextPart[];
}): string {
  const body = page.parts.map(({ heading, columns, rows }) => `<section><h2>${escaped(heading)}</h2>${rowsOf(columns, rows)}</section>`);
  return `<!doctype html>
<html lang="${escaped(page.language)}" dir="${page.direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(page.title)}</title><style>${style}</style></head>
<body><h1>${escaped(page.title)}</h1><p>${escaped(page.lede)}</p>${body.join('\n')}</body>
</html>
`;
}

function rowsOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const used = columns.flatMap((column, place) => (rows.some((row) => (row[place] ?? '') !== '') ? [{ column, place }] : []));
  const [first, second] = rows;
  if (first && !second)
    return `<dl>${used.map(({ column, place }) => `<dt>${escaped(column)}</dt><dd>${escaped(first[place] ?? '')}</dd>`).join('')}</dl>`;
  const head = used.map(({ column }) => `<th scope="col">${escaped(column)}</th>`).join('');
  const lines = rows.map((row) => `<tr>${used.map(({ place }) => `<td>${escaped(row[place] ?? '')}</td>`).join('')}</tr>`);
  return `<div><table><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1b19; background: #fff; }
h1 { line-height: 1.2; } h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; }
dl { display: grid; grid-template-columns: minmax(8rem, auto) 1fr; gap: 0.25rem 1.5rem; margin: 0; }
dt, th { color: #5f5b53; font-weight: normal; text-align: start; } dd { margin: 0; }
div { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
td, th { padding: 0.3rem 0.8rem 0.3rem 0; vertical-align: top; border-bottom: 1px solid #e4e0d8; unicode-bidi: plaintext; }
dd { unicode-bidi: plaintext; }
@media print { body { margin: 0; font-size: 11px; } tr { break-inside: avoid; } h2 { break-after: avoid; } }`;
