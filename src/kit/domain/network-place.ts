/** What counts as one place to try from: an IPv4 address, or the network of an IPv6 address, of which one house has a whole one. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const between = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const parts = [...before, ...between, ...after].slice(0, 4);
  return parts.map((part) => part.toLowerCase().replace(/^0+(?=.)/, '')).join(':');
}
