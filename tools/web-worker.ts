import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { filesOf, root } from './tree.ts';

type Build = { version: string; shell: string[]; others: string[] };

/** Files that only some readers need: letters of other scripts, words of other languages, what the browser lacks. A device keeps those it met. */
const seldom = /\.woff2$|\/messages-|\/component-words-|\/[a-z]{2}-[A-Z]{2}-|\/global\.esm-/;

/** What the service worker keeps of the pages that stand in a folder, with a version that changes whenever any of them does. */
export function buildOf(folder: string): Build {
  const files = filesOf('**/*.*', folder).filter((path) => !/\.br$|\.map$|^service-worker\.js$/.test(path));
  const hash = createHash('sha256');
  for (const path of files)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(folder, path)))
      .update('\0');
  const addresses = files.map((path) => `/${path}`);
  return {
    version: hash.digest('hex').slice(0, 16),
    shell: addresses.filter((path) => !seldom.test(path)),
    others: addresses.filter((path) => seldom.test(path)),
  };
}

/** The service worker is one file beside the page, and knows the files of its build. */
export function workerConfig(build: Build): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { TEND_BUILD: JSON.stringify(build) },
    build: {
      outDir: join(root, 'dist/web'),
      emptyOutDir: false,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, 'src/app/web/service-worker.ts'),
        treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]kit[\\/].*\.tsx?$/, sideEffects: false }] },
        output: { format: 'iife', entryFileNames: 'service-worker.js' },
      },
    },
  };
}
