import fc from 'fast-check';

/** Before each file of tests: properties draw the same at each run, so that nothing fails by chance. `TEND_SEED=7 npm test` draws something else. */
fc.configureGlobal({ seed: Number(process.env['TEND_SEED'] ?? 20_261_122) });
