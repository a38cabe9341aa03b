import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readPhoto, tidyFileName } from '../index.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))));
const big = (value: number, length: number) => Array.from({ length }, (_, index) => (value >> (8 * (length - 1 - index))) & 255);
const little = (value: number) => big(value, 4).toReversed();
const chunk = (name: string, content: readonly number[]) => [...big(content.length, 4), ...Buffer.from(name), ...content, 0, 0, 0, 0];
const segment = (marker: number, content: readonly number[]) => [0xff, marker, ...big(content.length + 2, 2), ...content];
const text = (picture: Uint8Array) => Buffer.from(picture).toString('latin1');

const exif = [
  ...Buffer.from('Exif\0\0II'),
  42,
  0,
  8,
  0,
  0,
  0,
  1,
  0,
  0x12,
  1,
  3,
  0,
  1,
  0,
  0,
  0,
  6,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  ...Buffer.from('GPS 40.6N'),
];
const frame = segment(0xc0, [8, ...big(40, 2), ...big(30, 2), 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34];
const jpeg = bytes(
  [0xff, 0xd8],
  segment(0xe0, [...Buffer.from('JFIF\0')]),
  segment(0xe1, exif),
  segment(0xfe, [...Buffer.from('by Anna')]),
  frame,
  scan,
  [...segment(0xc4, [0xff, 0xd9]), ...scan, 0xff, 0xd9],
);
const header = [...big(30, 4), ...big(40, 4), 8, 2, 0, 0, 0];
const pixels = [...deflateSync(Buffer.alloc(40 * 91))];
const png = bytes(
  '\x89PNG\r\n\x1a\n',
  chunk('IHDR', header),
  chunk('eXIf', [...Buffer.from('GPS 40.6N')]),
  chunk('tEXt', [...Buffer.from('Author\0Anna')]),
  chunk('IDAT', pixels),
  chunk('IEND', []),
);
const webpOf = (chunks: readonly number[]) => bytes('RIFF', little(chunks.length + 4), 'WEBP', chunks);
const riff = (name: string, content: readonly number[]) => [
  ...Buffer.from(name),
  ...little(content.length),
  ...content,
  ...(content.length % 2 ? [0] : []),
];
const webp = webpOf([
  ...riff('VP8X', [0b1100, 0, 0, 0, 29, 0, 0, 39, 0, 0]),
  ...riff('VP8L', [0x2f, 29, 0xc0, 9, 0, 1, 2]),
  ...riff('EXIF', [...Buffer.from('GPS 40.6N')]),
]);

function kept(photo: Uint8Array<ArrayBuffer>) {
  const read = readPhoto(photo);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

describe('a photo', () => {
  test.each([
    ['PNG', png],
    ['JPEG', jpeg],
    ['WebP', webp],
  ])('as %s is kept without what tells where and by whom it was taken', (_, photo) => {
    expect(text(photo)).toContain('GPS');
    const picture = kept(photo);
    expect(picture).toMatchObject({ width: 30, height: 40 });
    expect(text(picture.bytes)).not.toMatch(/GPS|Anna/);
    // What is kept is a picture again, and keeping it again changes nothing.
    expect(kept(picture.bytes)).toEqual(picture);
  });

  test('keeps which way up it was held', () => {
    expect(text(kept(jpeg).bytes)).toContain('Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006');
  });

  test('loses what hangs on its end', () => {
    for (const photo of [png, jpeg]) {
      const picture = kept(bytes([...photo], '<script>alert(1)</script>'));
      expect(text(picture.bytes)).not.toContain('script');
    }
  });

  test.each([
    ['a script that is called photo.png', bytes('<script>alert(1)</script>')],
    ['a drawing with a script', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a script behind the first bytes of a PNG', bytes('\x89PNG\r\n\x1a\n<script>alert(1)</script>')],
    ['a script behind the first bytes of a JPEG', bytes([0xff, 0xd8, 0xff], '<script>alert(1)</script>')],
    ['a picture cut short', png.slice(0, 60)],
    ['a picture without pixels', bytes('\x89PNG\r\n\x1a\n', chunk('IHDR', header), chunk('IEND', []))],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0])],
    ['nothing', bytes()],
  ])('that is %s is refused', (_, photo) => {
    expect(readPhoto(photo)).toMatchObject({ ok: false, failure: { code: 'attachment.not_an_image' } });
  });

  test('of a billion points is refused', () => {
    const huge = [...big(40_000, 4), ...big(40_000, 4), 8, 2, 0, 0, 0];
    const photo = bytes('\x89PNG\r\n\x1a\n', chunk('IHDR', huge), chunk('IDAT', pixels), chunk('IEND', []));
    expect(readPhoto(photo)).toMatchObject({ ok: false, failure: { code: 'attachment.image_too_large' } });
  });
});

test.each([
  ['offer.pdf', 'offer.pdf'],
  ['C:\\Documents\\τιμές 2026.xlsx', 'τιμές 2026.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['in\u202egpj.exe', 'ingpj.exe'],
  ['a<b>:"c|?*.txt', 'a_b___c___.txt'],
  ['.htaccess', 'htaccess'],
  ['con.txt', '_con.txt'],
  [' \u0000 ', 'file'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(116)}.pdf`],
])('a file called %j is kept as %j', (given, expected) => {
  expect(tidyFileName(given)).toBe(expected);
});
