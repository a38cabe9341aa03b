import { expect, test } from 'vitest';
import { addressOf, checkJoining } from './index.ts';

const vouched = { subject: 'n-1', email: 'Nikos@Olive.example', isVerified: true, name: 'Nikos Rigas' };

test('somebody is known by the address that the provider has verified', () => {
  expect(addressOf(vouched, [])).toEqual({ ok: true, value: 'nikos@olive.example' });
  for (const wrong of [
    { ...vouched, isVerified: false },
    { ...vouched, email: undefined },
  ]) {
    expect(addressOf(wrong, [])).toMatchObject({ failure: { code: 'provider.email_unverified' } });
  }
});

test.each([
  ['nikos@olive.example', true],
  ['NIKOS@OLIVE.EXAMPLE', true],
  ['nikos@olive.example.evil.example', false],
  ['nikos@sub.olive.example', false],
  ['nikos@notolive.example', false],
  ['olive.example@evil.example', false],
  ['"x@olive.example"@evil.example', false],
])('of the domain olive.example comes %s: %s', (email, comes) => {
  expect(addressOf({ ...vouched, email }, ['olive.example']).ok).toBe(comes);
});

test('an account with the address of somebody is theirs when it was shown to be, or when nobody can enter it', () => {
  expect(checkJoining({ isAddressProven: true, isEntered: true }).ok).toBe(true);
  expect(checkJoining({ isAddressProven: false, isEntered: false }).ok).toBe(true);
  expect(checkJoining({ isAddressProven: false, isEntered: true })).toMatchObject({ failure: { code: 'provider.connect_first' } });
});
