import { expect, test } from 'vitest';
import { relyingPartyOf } from './relying-party.ts';

test.each([
  ['https://tend.example.com', 'http://10.0.0.3:8363/x', { id: 'tend.example.com', origin: 'https://tend.example.com' }],
  ['https://tend.example.com:8443/', 'http://tend.example.com/x', { id: 'tend.example.com', origin: 'https://tend.example.com:8443' }],
  ['http://localhost:8363', 'http://localhost:8363/x', { id: 'localhost', origin: 'http://localhost:8363' }],
  [undefined, 'http://localhost:9000/x', { id: 'localhost', origin: 'http://localhost:9000' }],
  ['http://tend.example.com', 'http://tend.example.com/x', undefined],
  ['https://192.0.2.7', 'https://192.0.2.7/x', undefined],
  ['https://[2001:db8::1]', 'https://[2001:db8::1]/x', undefined],
  // What a request calls the host is not believed, unless it is this machine.
  [undefined, 'https://evil.example/x', undefined],
  [undefined, 'http://127.0.0.1:8363/x', undefined],
  [undefined, 'http://evil-localhost/x', undefined],
])('with %s in the settings, asked as %s, passkeys are for %j', (publicUrl, url, party) => {
  expect(relyingPartyOf(publicUrl, { url })).toEqual(party);
});
