// The one file that is no TypeScript: Node would load its compiler of types for it at every start, and keep it for as long as the server runs. Everything else
// comes without its types from the folder that is named here, after the first start.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Where the folder cannot be written, nothing is kept.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/tend'));

// `tend today | head`: a reader that has seen enough is no failure.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
});

const { runCommandLine } = await import('./cli.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
