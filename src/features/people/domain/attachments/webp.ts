import { byteAt, joined, numberAt, textAt, type Bytes, type Picture } from './bytes.ts';

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

/** A WebP (RFC 9649) rebuilt from the chunks that show the picture, without Exif and XMP; undefined when it is none. */
export function readWebp(bytes: Bytes): Picture | undefined {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') return undefined;
  const whole = 8 + numberAt(bytes, 4, 4, 'little');
  if (whole > bytes.length) return undefined;
  const parts: Bytes[] = [];
  let size: { width: number; height: number } | undefined;
  let hasPicture = false;
  for (let at = 12; at + 8 <= whole;) {
    const name = textAt(bytes, at, 4);
    const length = numberAt(bytes, at + 4, 4, 'little');
    const end = at + 8 + length + (length % 2);
    if (end > whole + 1) return undefined;
    const chunk = bytes.slice(at, end);
    size ??= sizeIn(name, chunk);
    hasPicture ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
    // The flags of the extended header must not promise what is gone: Exif is the fourth bit, XMP the third.
    if (name === 'VP8X') chunk[8] = byteAt(chunk, 8) & ~0b1100;
    if (kept.has(name)) parts.push(chunk);
    at = end;
  }
  if (!size || !hasPicture) return undefined;
  const content = joined(parts);
  const header = Uint8Array.from([...bytes.subarray(0, 4), ...littleEndian(content.length + 4), ...bytes.subarray(8, 12)]);
  return { mediaType: 'image/webp', ...size, bytes: joined([header, content]) };
}

function sizeIn(name: string, chunk: Bytes): { width: number; height: number } | undefined {
  switch (name) {
    case 'VP8X':
      return { width: numberAt(chunk, 12, 3, 'little') + 1, height: numberAt(chunk, 15, 3, 'little') + 1 };
    case 'VP8L': {
      if (byteAt(chunk, 8) !== 0x2f) return undefined;
      const bits = numberAt(chunk, 9, 4, 'little');
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ': {
      if (numberAt(chunk, 11, 3) !== 0x9d012a) return undefined;
      return { width: numberAt(chunk, 14, 2, 'little') & 0x3fff, height: numberAt(chunk, 16, 2, 'little') & 0x3fff };
    }
    default:
      return undefined;
  }
}

function littleEndian(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff];
}
