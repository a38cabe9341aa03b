import { expect, test } from 'vitest';
import { isPublicAddress, isPublicUrl, lookupPublic } from './public-address.ts';

test('addresses of the internet are told from those of a machine and its network', () => {
  const inside = ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'];
  const inside6 = [
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
  ];
  expect([...inside, ...inside6].filter(isPublicAddress)).toEqual([]);
  expect(['142.250.74.10', '2a00:1450:4001:830::200a'].filter((address) => !isPublicAddress(address))).toEqual([]);
});

test('an address is one of the internet or it is refused', () => {
  const refused = [
    'http://fcm.googleapis.com/fcm/send/x',
    'https://localhost/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::1]/x',
    'https://[::ffff:169.254.169.254]/x',
    'https://printer.local/x',
    'https://metadata.google.internal/x',
    'https://intranet/x',
    'https://name:word@push.example.com/x',
    'file:///etc/passwd',
    'nonsense',
  ];
  expect(refused.filter(isPublicUrl)).toEqual([]);
  expect(isPublicUrl('https://updates.push.services.mozilla.com/wpush/v2/gAAAA')).toBe(true);
});

test('a public name that leads home is not called', async () => {
  const code = await new Promise((resolve) => lookupPublic('localhost', {}, (error) => resolve(error?.code)));
  expect(code).toBe('ENOTPUBLIC');
});
