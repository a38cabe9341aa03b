import { expect, test } from 'vitest';
import { deviceName } from './this-device.ts';

test('a device is called by its browser and what it runs on', () => {
  const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36';
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0';
  expect([android, iphone, edge].map(deviceName)).toEqual(['Chrome, Android', 'Safari, iPhone', 'Edge, Windows']);
});

test('a browser that says nothing of itself still has a name', () => {
  expect(deviceName('')).toBe('?');
  expect(deviceName('x'.repeat(200)).length).toBe(80);
});
