import { utf16Of } from './encoding.ts';

/** What a file turns out to be when it is no table of text. */
export type OtherKind = 'xlsx' | 'xls' | 'zip' | 'pdf' | 'html' | 'xml' | 'json' | 'rtf' | 'image' | 'binary';

const signatures: readonly (readonly [OtherKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** Recognizes, from the first bytes of a file, the kinds that people take for a table of text; undefined when it may be one. */
export function otherKindOf(head: Buffer): OtherKind | undefined {
  const known = signatures.find(([, bytes]) => startsWith(head, bytes));
  if (known) return known[0];
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return looksLikeWorkbook(head) ? 'xlsx' : 'zip';
  return markupKindOf(head) ?? (utf16Of(head) === undefined && looksBinary(head) ? 'binary' : undefined);
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

// The names of the parts of a zip stand uncompressed in it; a workbook's first parts are always these.
function looksLikeWorkbook(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 65_536);
  return ['[Content_Types].xml', 'xl/', 'opendocument.spreadsheet'].some((part) => text.includes(part));
}

function markupKindOf(head: Buffer): OtherKind | undefined {
  const text = head
    .toString('latin1', 0, 4096)
    .replaceAll('\0', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<table|<!--[^]{0,400}?<html)/.test(text)) return 'html';
  if (/^<(?:\?xml|[a-z][\w:-]*[\s>])/.test(text)) return 'xml';
  if (/^(?:\{\s*["}]|\[\s*[{"[\]])/.test(text)) return 'json';
  return undefined;
}

// A few control characters are the matter of their lines; many of them are no text.
function looksBinary(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd > 8 && odd > head.length / 100;
}
