import type { Plugin } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

/** What properties draw: the same at each run, so that nothing fails by chance. `TEND_SEED=7 npm test` draws something else. */
const seed = Number(process.env['TEND_SEED'] ?? 20_261_122);

const drawing: Plugin = {
  name: 'drawing',
  enforce: 'pre',
  transform: (code, id) =>
    /\.test\.tsx?$/.test(id) && code.includes("from 'fast-check'") ? `${code}\nfc.configureGlobal({ seed: ${seed} });` : undefined,
};

export default defineConfig({
  plugins: [drawing],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Some rules read the whole tree, and a machine may be busy with other things.
          testTimeout: 60_000,
          include: [
            'src/**/{domain,web}/**/*.test.{ts,tsx}',
            'src/kit/contract/**/*.test.ts',
            'src/fixtures/**/*.test.ts',
            'bench/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, 'tools/{schema,new-feature}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['src/**/server/**/*.test.ts', 'src/app/**/*.test.ts', 'tools/{schema,new-feature}.test.ts'],
          exclude: [...configDefaults.exclude, 'src/app/web/**'],
          globalSetup: ['src/kit/server/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          // A browser on a busy machine may be late for once; what is wrong is wrong twice.
          retry: process.env['CI'] ? 1 : 0,
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // As patient as a locator: a page on a busy machine gets there later.
          expect: { poll: { timeout: 30_000 } },
          fileParallelism: false,
        },
      },
    ],
    maxWorkers: 2,
    // Counted by .ci/run.
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results/vitest.json' }]] : ['default'],
  },
});
