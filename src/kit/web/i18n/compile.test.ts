import { createIntl } from '@formatjs/intl';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { sayIn } from './language.tsx';

function written(locale: string, message: string, values: Record<string, string | number> = {}): string {
  return sayIn(locale, { text: compile(message) })('text', values);
}

describe('a message', () => {
  test('without anything to fill in stays the text it is', () => {
    expect(compile('Nobody’s promise goes ownerless')).toBe('Nobody’s promise goes ownerless');
  });

  test('counts in the plural of its language', () => {
    const greek = '{count, plural, one {# πελάτης} other {# πελάτες}}';
    expect(written('el-GR', greek, { count: 1 })).toBe('1 πελάτης');
    expect(written('el-GR', greek, { count: 1200 })).toBe('1.200 πελάτες');
  });

  test('has words of its own for an exact number', () => {
    expect(written('en-GB', '{count, plural, =0 {Nobody} one {# person} other {# people}}', { count: 0 })).toBe('Nobody');
  });

  test('writes figures in the digits of the reader', () => {
    expect(written('fa-IR-u-nu-arabext', '{count, number} مشتری', { count: 1234 })).toBe('۱٬۲۳۴ مشتری');
    expect(written('fa-IR-u-nu-latn', '{count, plural, other {# مشتری}}', { count: 12 })).toBe('12 مشتری');
  });

  test('chooses by a word, and falls back to other', () => {
    const message = '{state, select, kept {Kept} other {Open}}';
    expect(written('en', message, { state: 'kept' })).toBe('Kept');
    expect(written('en', message, { state: 'new' })).toBe('Open');
  });

  test('leaves markup out where only text fits', () => {
    expect(written('en', 'Call <b>{name}</b> today', { name: 'Anna' })).toBe('Call Anna today');
  });

  test('refuses dates, which are written by the formats', () => {
    expect(() => compile('since {on, date, long}')).toThrow(/useFormats/);
  });

  test('says in the browser what the server says in the terminal', () => {
    const samples: [string, Record<string, string | number>][] = [
      ['{n, plural, offset:1 =0 {a} one {b #} other {c #}}', { n: 4 }],
      ['{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: 22 }],
      ['{share, number, percent} of {total, number}', { share: 0.256, total: 10_000 }],
      ['{share, number, ::percent .0}', { share: 0.256 }],
      ["it''s '{'literal'}' and {name}", { name: 'x' }],
      ['{a, select, x {{n, plural, one {one} other {# many}}} other {none}}', { a: 'x', n: 3 }],
    ];
    for (const locale of ['en', 'el', 'fa']) {
      for (const [message, values] of samples) {
        const server = createIntl({ locale, messages: { text: message } });
        expect(written(locale, message, values)).toBe(server.formatMessage({ id: 'text' }, values));
      }
    }
  });
});
