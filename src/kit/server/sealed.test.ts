import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const ours = { secret: 'a secret of the tests only' };

test('what is sealed is read again by the same installation, for the same use', () => {
  const sealed = seal(ours, 'webhook 1', 'whsec_ναι');
  expect(sealed).not.toContain('whsec');
  expect(unseal(ours, 'webhook 1', sealed)).toBe('whsec_ναι');
  expect(seal(ours, 'webhook 1', 'whsec_ναι')).not.toBe(sealed);
});

test('and by nobody else, nowhere else, and not once it was touched', () => {
  const sealed = seal(ours, 'webhook 1', 'word');
  const refused = [
    () => unseal({ secret: 'another' }, 'webhook 1', sealed),
    () => unseal(ours, 'webhook 2', sealed),
    () => unseal(ours, 'webhook 1', `${sealed.slice(0, -2)}AA`),
    () => unseal(ours, 'webhook 1', sealed.replace(/^1/, '2')),
    () => unseal(ours, 'webhook 1', ''),
  ];
  for (const open of refused) expect(open).toThrow('sealed.unreadable');
});
