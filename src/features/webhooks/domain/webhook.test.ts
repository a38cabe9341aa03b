import { expect, test } from 'vitest';
import { readWebhook } from './webhook.ts';

const known = new Set(['promise.given', 'promise.kept']);
const told = { name: ' The  till ', url: 'https://till.example/tend', kinds: ['promise.given', 'promise.given'] };
const codeOf = (change: Partial<typeof told>) => {
  const read = readWebhook({ ...told, ...change }, known);
  return read.ok ? 'ok' : read.failure.code;
};

test('a webhook has a name, an address, and kinds that there are', () => {
  expect(readWebhook(told, known)).toEqual({ ok: true, value: { name: 'The till', url: told.url, kinds: ['promise.given'] } });
  expect(codeOf({ name: ' ' })).toBe('webhook.name_missing');
  expect(codeOf({ kinds: [] })).toBe('ok');
  expect(codeOf({ kinds: ['promise.dreamt'] })).toBe('webhook.kind_unknown');
});

test.each([
  '',
  'till',
  'ftp://till.example',
  'javascript:alert(1)',
  'https://',
  'https://name:word@till.example/',
  'https://till.example/a b',
  'https://till.example/#part',
])('no webhook lies at “%s”', (url) => {
  expect(codeOf({ url })).toBe('webhook.url_unusable');
});
