import { StringDecoder } from 'node:string_decoder';
import { fail } from '#kit/domain/result.ts';

export type XmlHandler = {
  /** Names without their prefix; `attribute` answers the text of one, by its name without a prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
};

/** One tag, or one text between tags, is never longer. */
const longest = 4_194_304;

/**
 * Reads the little of XML that office files are made of, piece by piece, in UTF-8. Document types are refused, and with them every entity but the
 * five that need none (`table_file.broken_archive`).
 */
export function createXmlReader(handler: XmlHandler): { push(piece: Buffer): void; finish(): void } {
  const decoder = new StringDecoder('utf8');
  let rest = '';

  function take(last: boolean): void {
    let at = 0;
    for (;;) {
      const begin = rest.indexOf('<', at);
      if (begin === -1) {
        if (last && rest.length > at) handler.text(entitiesRead(rest.slice(at)));
        if (last) at = rest.length;
        break;
      }
      const end = endOf(rest, begin);
      if (end === -1) break;
      if (begin > at) handler.text(entitiesRead(rest.slice(at, begin)));
      tag(rest.slice(begin, end));
      at = end;
    }
    rest = rest.slice(at);
    if (rest.length > longest) throw fail('table_file.broken_archive');
  }

  function tag(text: string): void {
    if (text.startsWith('<?') || text.startsWith('<!--')) return;
    if (text.startsWith('<![CDATA[')) return handler.text(text.slice(9, -3));
    if (text.startsWith('<!')) throw fail('table_file.broken_archive');
    const name = (/^<\/?(?:[^\s/>:]+:)?([^\s/>]+)/.exec(text)?.[1] ?? '').trim();
    if (text.startsWith('</')) return handler.close(name);
    handler.open(name, (wanted) => {
      const found = patternOf(wanted).exec(text);
      return found ? entitiesRead(found[1] ?? found[2] ?? '') : undefined;
    });
    if (text.endsWith('/>')) handler.close(name);
  }

  return {
    push(piece) {
      rest += decoder.write(piece);
      take(false);
    },
    finish() {
      rest += decoder.end();
      take(true);
    },
  };
}

const patterns = new Map<string, RegExp>();

function patternOf(attribute: string): RegExp {
  const known = patterns.get(attribute) ?? new RegExp(`\\s(?:[\\w-]+:)?${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(attribute, known);
  return known;
}

function endOf(text: string, begin: number): number {
  const marks: readonly (readonly [string, string])[] = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ];
  for (const [opening, closing] of marks) {
    if (!text.startsWith(opening, begin)) continue;
    const end = text.indexOf(closing, begin);
    return end === -1 ? -1 : end + closing.length;
  }
  let quote = '';
  for (let at = begin; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return -1;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function entitiesRead(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
