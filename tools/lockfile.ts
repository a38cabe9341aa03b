import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tree.ts';

/**
 * npm forgets the packages made for other platforms when it writes package-lock.json (npm/cli#4828), and then refuses the lock, or leaves
 * out on one machine what it left out on another. This puts them back, so that `npm ci` is the same everywhere.
 */
type Entry = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
};

export type Lock = { packages: Record<string, Entry> };

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The lock with an entry for every optional package of an exact version that names its platform. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (path === '' || !/^\d/.test(version) || !platform || holds(lock, path, name)) continue;
      packages[`node_modules/${name}`] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    }
  }
  return { ...lock, packages: Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))) };
}

function holds(lock: Lock, path: string, name: string): boolean {
  return `node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages;
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | undefined {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const cpu = processors.find((one) => words.includes(one));
  const os = systems.find((one) => words.includes(one));
  if (!cpu) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
  return { cpu: [cpu], ...(os === 'linux' && libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}

export function readLock(folder: string = root): Lock {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock;
}

export function writeLock(folder: string = root): void {
  writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(completeLock(readLock(folder)), null, 2)}\n`);
}
