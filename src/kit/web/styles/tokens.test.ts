import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

function colorsOf(selector: string): Map<string, string> {
  const block = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'cover', 'sheet', 'accent-soft', 'amber-soft', 'red-soft']],
  ['ink-soft', ['paper', 'cover', 'sheet', 'accent-soft', 'amber-soft']],
  ['ink-faint', ['paper', 'cover', 'sheet']],
  ['accent', ['paper', 'cover', 'sheet', 'accent-soft']],
  ['accent-strong', ['accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['amber', ['paper', 'sheet', 'amber-soft']],
  ['red', ['paper', 'sheet', 'red-soft']],
  ['paper', ['ink']],
];

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-theme='dark']"],
])('in the %s theme', (_, selector) => {
  const colors = colorsOf(selector);
  const color = (name: string) => colors.get(name) ?? '#808080';

  test('text can be read on every ground it stands on', () => {
    const faint = text.flatMap(([ink, grounds]) =>
      grounds
        .filter((ground) => contrast(color(ink), color(ground)) < 4.5)
        .map((ground) => `${ink} on ${ground}: ${contrast(color(ink), color(ground)).toFixed(2)}`),
    );
    expect(faint).toEqual([]);
  });

  test('the edges of fields and the focus can be seen', () => {
    for (const edge of ['line-strong', 'accent', 'red']) {
      for (const ground of ['paper', 'sheet'])
        expect(contrast(color(edge), color(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});
