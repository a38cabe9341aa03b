import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** What is not the internet: this machine, its network, and what else is kept for other uses (RFC 6890). */
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(network, prefix, 'ipv4');

const open6 = new BlockList();
// Only what is given out for the internet; not what stands for IPv4 in it (NAT64 has another prefix, 6to4 and Teredo are taken out).
open6.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed.addSubnet(network, prefix, 'ipv6');

/** Whether an address belongs to the internet. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !closed.check(address, 'ipv4');
    case 6:
      return open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
    default:
      return false;
  }
}

/** Whether an address may be one of the internet, spoken to in secret, as far as its text tells; where its name leads is looked at when it is called. */
export function isPublicUrl(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPublicAddress(host);
  return host.includes('.') && !/\.(?:local|internal|localhost|home\.arpa)\.?$/i.test(host);
}

type Answered = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** Looks a name up as usual, and knows no name that leads anywhere but into the internet. The address looked at is the one that is called. */
export function lookupPublic(hostname: string, options: LookupOptions, answer: Answered): void {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) answer(error, []);
    else if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
      answer(Object.assign(new Error('not an address of the internet'), { code: 'ENOTPUBLIC' }), []);
    else if (options.all === true) answer(null, found);
    else answer(null, found[0]?.address ?? '', found[0]?.family);
  });
}
