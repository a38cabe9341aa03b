import { expect, test } from 'vitest';
import { cdnowFile, PUBLISHED, refit } from './cdnow.ts';

const path = cdnowFile(undefined);
if (path === undefined) console.warn('The published CDNOW figures are not checked: set TEND_CDNOW to the path of cdnow-sample.txt.');

test.skipIf(path === undefined)('the published CDNOW sample gives the published parameters and likelihoods, every printed digit', () => {
  const { found, customers, returning } = refit(path ?? '');
  expect({ customers, returning }).toEqual({ customers: 2357, returning: 946 });
  expect(found).toEqual(PUBLISHED);
});
