import { brotliCompressSync } from 'node:zlib';
/**
 * `node tools/build-web.ts`: builds the web app into dist/web when its sources are newer than what stands there; with `--always`,
 * in any case. Newer means different: what the build was made from is remembered by its checksum.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, root } from './tree.ts';
import { buildOf, workerConfig } from './web-worker.ts';

const stamp = join(root, 'dist/web.built-from');

function checksumOfSources(): string {
  const sources = filesOf([
    'package-lock.json',
    'src/app/messages/*',
    'src/{app,kit}/web/**/*.*',
    'src/kit/{contract,domain,messages}/**/*.*',
    'src/features/*/{web,domain,messages}/**/*.*',
  ]).filter((path) => !/\.test\.tsx?$|README\.md$/.test(path));
  const hash = createHash('sha256');
  for (const path of sources)
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

const checksum = checksumOfSources();
const standing = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
if (process.argv.includes('--always') || standing !== checksum) {
  console.log('Building the pages …');
  const { build } = await import('vite');
  try {
    await build({ configFile: join(root, 'src/app/web/vite.config.ts'), logLevel: 'warn' });
    await build(workerConfig(buildOf(join(root, 'dist/web'))));
    compressAssets();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, checksum);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Pages are compressed once, as tightly as browsers can read, and not anew for everyone who asks. */
function compressAssets(): void {
  const folder = join(root, 'dist/web/assets');
  for (const name of readdirSync(folder).filter((one) => /\.(js|css)$/.test(one))) {
    const file = join(folder, name);
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}
