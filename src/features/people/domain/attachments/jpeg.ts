import { byteAt, joined, numberAt, textAt, type Bytes, type Picture } from './bytes.ts';

/**
 * A JPEG (ITU-T T.81) rebuilt from the segments that show the picture. Exif and XMP, which tell where and with what it was taken, go, but for
 * which way up it was held; comments and whatever follows the end go too. Undefined when it is none.
 */
export function readJpeg(bytes: Bytes): Picture | undefined {
  if (numberAt(bytes, 0, 2) !== 0xffd8) return undefined;
  const parts: Bytes[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (byteAt(bytes, at) !== 0xff) return undefined;
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + numberAt(bytes, at + 2, 2);
    if (end > bytes.length || end < at + 4) return undefined;
    if (isFrame(marker)) size = { height: numberAt(bytes, at + 5, 2), width: numberAt(bytes, at + 7, 2) };
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, end)) ?? orientation;
    if (marker === 0xda) {
      const last = endOfPicture(bytes, end);
      if (!size || last === undefined) return undefined;
      const upright = orientation === 1 ? [] : [exifOf(orientation)];
      return { mediaType: 'image/jpeg', ...size, bytes: joined([...parts, ...upright, bytes.subarray(at, last)]) };
    }
    if (isShown(marker)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Frames, tables and restart intervals, and of the notes of applications the first (JFIF), colour profiles and Adobe's colour transform. */
function isShown(marker: number): boolean {
  return isFrame(marker) || [0xc4, 0xcc, 0xdb, 0xdd, 0xe0, 0xe2, 0xee].includes(marker);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Where the picture ends: after its scans, in which a marker is written only for restarts, and the tables between them. */
function endOfPicture(bytes: Bytes, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const marker = byteAt(bytes, at + 1);
    if (marker === 0xd9) return at + 2;
    const isWithinScan = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);
    if (!isWithinScan) at += 1 + numberAt(bytes, at + 2, 2);
  }
  return undefined;
}

function orientationIn(segment: Bytes): number | undefined {
  if (textAt(segment, 0, 6) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(6);
  const order = textAt(tiff, 0, 2) === 'II' ? 'little' : 'big';
  const directory = numberAt(tiff, 4, 4, order);
  const entries = numberAt(tiff, directory, 2, order);
  for (let index = 0; index < Math.min(entries, 100); index++) {
    const at = directory + 2 + index * 12;
    if (numberAt(tiff, at, 2, order) !== 0x0112) continue;
    const value = numberAt(tiff, at + 8, 2, order);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The smallest Exif segment there is, with the orientation and nothing else. */
function exifOf(orientation: number): Bytes {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, content.length + 2, ...content]);
}
