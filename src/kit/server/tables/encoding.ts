import { isAscii, isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';
import { alphabets, signs } from './alphabets.ts';

/** How sure we are of an encoding: told by the file itself, proven by every byte of it, or guessed from its letters. */
export type EncodingGrounds = 'byte_order_mark' | 'valid_throughout' | 'letters';

export type Encoding = { readonly name: string; readonly grounds: EncodingGrounds };

export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name);
}

/** A byte-order mark says it; without one, every other byte of mostly Latin text or punctuation is NUL. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 65_536) >> 1;
  if (pairs < 2) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < pairs * 2; index += 2) {
    if (head[index] === 0) even++;
    if (head[index + 1] === 0) odd++;
  }
  if (odd > pairs * 0.15 && even < pairs * 0.01) return 'utf-16le';
  if (even > pairs * 0.15 && odd < pairs * 0.01) return 'utf-16be';
  return undefined;
}

const enough = 65_536;

/** Watches the bytes of a whole file go by and then tells their encoding. */
export function createEncodingWatch(): { see(chunk: Buffer): void; conclude(): Encoding } {
  let head: Buffer | undefined;
  let valid = true;
  let tail: Buffer = Buffer.alloc(0);
  const foreign: Buffer[] = [];
  let foreignSize = 0;
  return {
    see(chunk) {
      head ??= Buffer.from(chunk.subarray(0, 65_536));
      if (tail.length === 0 && isAscii(chunk)) return;
      const whole = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk;
      const complete = whole.length - unfinished(whole);
      if (valid && !isUtf8(whole.subarray(0, complete))) valid = false;
      tail = Buffer.from(whole.subarray(complete));
      if (foreignSize < enough) {
        for (const line of foreignLines(chunk, enough - foreignSize)) {
          foreign.push(Buffer.from(line));
          foreignSize += line.length;
        }
      }
    },
    conclude() {
      const utf16 = head && utf16Of(head);
      if (utf16) return { name: utf16, grounds: head?.[0] === 0xff || head?.[0] === 0xfe ? 'byte_order_mark' : 'letters' };
      if (head?.[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', grounds: 'byte_order_mark' };
      if (valid && tail.length === 0) return { name: 'utf-8', grounds: 'valid_throughout' };
      // A damaged character here and there does not make another encoding of it.
      const sound = foreign.filter((line) => isUtf8(line)).length;
      if (sound > foreign.length * 0.9) return { name: 'utf-8', grounds: 'letters' };
      return { name: encodingByLetters(Buffer.concat(foreign)), grounds: 'letters' };
    },
  };
}

/** How many bytes at the end begin a UTF-8 character that the next chunk will finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The lines that hold bytes beyond ASCII: what an encoding can be told by. */
function foreignLines(chunk: Buffer, room: number): Buffer[] {
  const lines: Buffer[] = [];
  let size = 0;
  let from = 0;
  while (from < chunk.length && size < room) {
    const lineEnd = chunk.indexOf(10, from);
    const end = lineEnd === -1 ? chunk.length : lineEnd + 1;
    const line = chunk.subarray(from, Math.min(end, from + 4096));
    if (!isAscii(line)) {
      lines.push(line);
      size += line.length;
    }
    from = end;
  }
  return lines;
}

/**
 * chardet tells the multi-byte encodings and Cyrillic ones apart by how often letters follow each other, but takes neighbours for one another
 * (Persian windows-1256 for ISO-8859-6, Serbian windows-1250 for windows-1252). So each candidate is also judged by the share
 * of foreign characters that belong to the alphabet of one language written in it.
 */
function encodingByLetters(bytes: Buffer): string {
  const opinions = new Map(chardet.analyse(bytes).map((match) => [match.name.toLowerCase(), match.confidence]));
  const judged = alphabets.map(({ encoding, family, languages }) => {
    const text = iconv.decode(bytes, encoding);
    const foreign = text.match(/[^\0-\x7f]/gu) ?? [];
    // Wrong letters often come with capitals in the middle of words.
    const oddCapitals = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    const half = foreign.filter((letter) => signs.has(letter)).length / 2;
    const known = half + Math.max(...languages.map((letters) => foreign.filter((letter) => letters.has(letter)).length));
    const share = (known - oddCapitals) / Math.max(1, foreign.length);
    const confidence = Math.max(0, ...family.map((name) => opinions.get(name) ?? 0));
    return { encoding, score: share + confidence / 400, share };
  });
  const best = judged.reduce((one, other) => (other.score > one.score ? other : one));
  const [first] = opinions;
  const multiByte = first && /^(?:shift_jis|euc-|big5|gb18030|iso-2022)/.test(first[0]) && first[1] >= 80 && best.share < 0.9;
  return multiByte && iconv.encodingExists(first[0]) ? first[0] : best.encoding;
}

/**
 * Turns a text into UTF-8 piece by piece, without a byte-order mark. One that is UTF-8 already passes as it is, damaged characters and all;
 * they show when somebody reads them.
 */
export function intoUtf8(encoding: string): { write(piece: Buffer): Buffer; end(): Buffer } {
  if (encoding !== 'utf-8') {
    const decoder = iconv.getDecoder(encoding);
    return { write: (piece) => Buffer.from(decoder.write(piece)), end: () => Buffer.from(decoder.end() ?? '') };
  }
  let begun = false;
  return {
    write(piece) {
      const marked = !begun && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
      begun ||= piece.length > 0;
      return marked ? piece.subarray(3) : piece;
    },
    end: () => Buffer.alloc(0),
  };
}
