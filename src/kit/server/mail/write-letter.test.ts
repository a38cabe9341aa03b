import { expect, test } from 'vitest';
import { writeLetter } from './index.ts';

const letter = {
  title: 'Monday 2 March',
  lede: 'Kafeneio, for Eleni',
  parts: [
    { title: 'Promised', lines: [{ text: '<script>alert("1")</script> & Co', note: "it's\ndue", path: '/promises/1' }], more: 'And more' },
  ],
  foot: { text: 'You chose it.', link: 'Change', path: '/settings/reminders' },
  origin: 'https://tend.example.com',
};

test('what people wrote stands in a letter as text, whatever it looks like', () => {
  const { html } = writeLetter({ ...letter, language: 'en' });
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Co');
  expect(html).toContain('href="https://tend.example.com/promises/1"');
});

test('the text of a letter says the same, each thing on its line', () => {
  const { text } = writeLetter({ ...letter, language: 'en' });
  expect(text).toContain('PROMISED\n- <script>alert("1")</script> & Co\n  it\'s due\nAnd more');
  expect(text).toContain('https://tend.example.com/settings/reminders');
});

test('a Persian letter runs from right to left', () => {
  expect(writeLetter({ ...letter, language: 'fa' }).html).toContain('<html lang="fa" dir="rtl">');
});

test('a Greek heading in capitals bears no accents', () => {
  const parts = [{ title: 'Περιμένουν απάντησή σας', lines: [] }];
  expect(writeLetter({ ...letter, parts, language: 'el' }).text).toContain('ΠΕΡΙΜΕΝΟΥΝ ΑΠΑΝΤΗΣΗ ΣΑΣ');
});
