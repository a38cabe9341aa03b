import { expect, test } from 'vitest';
import { personalPage } from './index.ts';

const page = (rows: readonly (readonly string[])[]) =>
  personalPage({
    language: 'fa',
    direction: 'rtl',
    title: 'Maria <b>',
    lede: 'All of it',
    parts: [{ heading: 'Promises', columns: ['What', 'Nothing', 'When'], rows }],
  });

test('the page is in the language and direction of the person, and what somebody wrote is never markup', () => {
  const text = page([['<script>alert(1)</script>', '', 'a & "b"']]);
  expect(text).toContain('<html lang="fa" dir="rtl">');
  expect(text).not.toContain('<script>');
  expect(text).toContain('&#60;script&#62;');
  expect(text).toContain('a &#38; &#34;b&#34;');
});

test('needs nothing from anywhere else', () => {
  expect(page([['x', '', 'y']])).not.toMatch(/https?:|src=|@import|url\(/);
});

test('reads as a list where there is one row and as a table where there are several, without empty columns', () => {
  expect(page([['x', '', 'y']])).toMatch(/<dl>.*What.*When/);
  expect(
    page([
      ['x', '', 'y'],
      ['z', '', ''],
    ]),
  ).toMatch(/<table>.*What.*When/);
  expect(page([['x', '', 'y']])).not.toContain('Nothing');
});
