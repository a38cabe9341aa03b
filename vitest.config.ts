import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          setupFiles: ['tools/draw-the-same.ts'],
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
          setupFiles: ['tools/draw-the-same.ts'],
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
