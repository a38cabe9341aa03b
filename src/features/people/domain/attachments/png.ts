import { joined, numberAt, textAt, type Bytes, type Picture } from './bytes.ts';

const signature = '\x89PNG\r\n\x1a\n';
/** What shows the picture; text, times and Exif tell of whoever took it. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG (W3C, third edition) rebuilt from the chunks that show the picture, with nothing after its end; undefined when it is none. */
export function readPng(bytes: Bytes): Picture | undefined {
  if (textAt(bytes, 0, 8) !== signature || textAt(bytes, 12, 4) !== 'IHDR') return undefined;
  const parts = [bytes.subarray(0, 8)];
  let hasPicture = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = textAt(bytes, at + 4, 4);
    const end = at + 12 + numberAt(bytes, at, 4);
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return undefined;
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    hasPicture ||= name === 'IDAT';
    if (name === 'IEND') {
      if (!hasPicture) return undefined;
      return { mediaType: 'image/png', width: numberAt(bytes, 16, 4), height: numberAt(bytes, 20, 4), bytes: joined(parts) };
    }
    at = end;
  }
  return undefined;
}
