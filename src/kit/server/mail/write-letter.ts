import { directionOf, type Language } from '#kit/domain/languages.ts';
import type { DigestPart } from '../digest.ts';

export type Written = {
  readonly language: Language;
  readonly title: string;
  /** A line under the title. */
  readonly lede: string;
  readonly parts: readonly DigestPart[];
  /** Small, at the end: why one gets this, and where to change it. */
  readonly foot: { readonly text: string; readonly link: string; readonly path: string };
  /** Where pages are: `https://tend.example.com`. */
  readonly origin: string;
};

/** The same letter as text and as HTML. Whatever people wrote stands in the HTML as text. */
export function writeLetter(written: Written): { text: string; html: string } {
  return { text: asText(written), html: asHtml(written) };
}

function asText({ language, title, lede, parts, foot, origin }: Written): string {
  const blocks = parts.map(({ title: heading, lines, more }) => {
    const said = lines.map(({ text, note }) => `- ${oneLine(text)}${note === undefined ? '' : `\n  ${oneLine(note)}`}`);
    return [heading.toLocaleUpperCase(language), ...said, ...(more === undefined ? [] : [more])].join('\n');
  });
  return [`${title}\n${lede}`, ...blocks, `-- \n${foot.text}\n${origin}${foot.path}`].join('\n\n') + '\n';
}

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function asHtml({ language, title, lede, parts, foot, origin }: Written): string {
  const blocks = parts.map(
    ({ title: heading, lines, more }) =>
      `<h2 style="font-size:15px;margin:24px 0 8px;color:#1f6b4f">${escapeHtml(heading)}</h2>` +
      `<ul style="margin:0;padding:0;list-style:none">${lines.map((line) => lineOf(line, origin)).join('')}</ul>` +
      (more === undefined ? '' : `<p style="margin:8px 0 0;color:#5f5a50">${escapeHtml(more)}</p>`),
  );
  return (
    `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>` +
    `<body style="margin:0;padding:24px;background:#faf8f3;color:#26231d;${font};font-size:15px;line-height:1.5">` +
    `<div style="max-width:560px;margin:0 auto"><h1 style="font-size:20px;margin:0 0 4px">${escapeHtml(title)}</h1>` +
    `<p style="margin:0;color:#5f5a50">${escapeHtml(lede)}</p>${blocks.join('')}` +
    `<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #e5e0d5;font-size:13px;color:#5f5a50">${escapeHtml(foot.text)} ` +
    `${linkTo(origin + foot.path, foot.link)}</p></div></body></html>`
  );
}

function lineOf({ text, note, path }: DigestPart['lines'][number], origin: string): string {
  const said = path === undefined ? escapeHtml(text) : linkTo(origin + path, text);
  const beneath = note === undefined ? '' : `<br><span style="color:#5f5a50"><bdi>${escapeHtml(note)}</bdi></span>`;
  return `<li style="padding:6px 0;border-top:1px solid #eee9de"><bdi>${said}</bdi>${beneath}</li>`;
}

function linkTo(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}" style="color:#1f6b4f">${escapeHtml(text)}</a>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
