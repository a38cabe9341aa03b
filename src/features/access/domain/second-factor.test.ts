import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factorStanding, lackedFactor, proofs } from './second-factor.ts';

const bare = { hasPassword: true, hasApp: false, passkeys: 0 };
const withApp = { ...bare, hasApp: true };
const withPasskey = { ...bare, passkeys: 1 };

const ways = fc.record({ hasPassword: fc.boolean(), hasApp: fc.boolean(), passkeys: fc.nat({ max: 3 }) });
const proof = fc.constantFrom(...proofs);

test('who has nothing beside the password sets something up', () => {
  expect(lackedFactor('password', bare)).toBe('set_up');
  expect(factorStanding(bare)).toBe('none');
});

test('who has a second factor shows it, and cannot set up another one with the password alone', () => {
  expect(lackedFactor('password', withApp)).toBe('show');
  expect(lackedFactor('password', withPasskey)).toBe('show');
  expect(lackedFactor('code', withApp)).toBe(null);
  expect(lackedFactor('passkey', withPasskey)).toBe(null);
});

test('a passkey is enough for an account that has an app as well, and the other way round', () => {
  expect(lackedFactor('passkey', withApp)).toBe(null);
  expect(lackedFactor('code', withPasskey)).toBe(null);
});

test('who gives the second factor up while it is required sets one up anew', () => {
  expect(lackedFactor('code', bare)).toBe('set_up');
  expect(lackedFactor('passkey', bare)).toBe('set_up');
});

test('who has no password is left to the provider or the passkey by which they come in', () => {
  const vouchedFor = { hasPassword: false, hasApp: false, passkeys: 0 };
  expect(lackedFactor('provider', vouchedFor)).toBe(null);
  expect(factorStanding(vouchedFor)).toBe('left_to_provider');
});

test('a provider answers for its own second factor, whatever the account has here', () => {
  fc.assert(fc.property(ways, (has) => lackedFactor('provider', has) === null));
});

test('a password alone never gets in, and who lacks something can always do what is asked of them', () => {
  fc.assert(
    fc.property(proof, ways, (provenBy, has) => {
      const lacked = lackedFactor(provenBy, has);
      if (has.hasPassword && provenBy === 'password') expect(lacked).not.toBe(null);
      if (lacked === 'show') expect(factorStanding(has)).toBe('has');
      if (lacked === 'set_up') expect(factorStanding(has)).toBe('none');
    }),
  );
});
