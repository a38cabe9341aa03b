import { expect, test } from 'vitest';
import { labelledSentences, scoreOf } from './notice.ts';

test.each(labelledSentences())('in $language, few promises are missed and hardly any invented', ({ development, heldOut }) => {
  const score = scoreOf([...development, ...heldOut]);
  expect(score.sentences).toBeGreaterThanOrEqual(60);
  expect(score.precision, score.faults.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(score.recall, score.faults.join('\n')).toBeGreaterThanOrEqual(0.9);
  expect(score.rightMoment, score.faults.join('\n')).toBeGreaterThanOrEqual(0.9);
});
