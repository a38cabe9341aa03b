import { expect, test } from 'vitest';
import { labelledSentences, scoreOf, scoreOfFurther } from './notice.ts';

test.each(labelledSentences())('in $language, few promises are missed and hardly any invented', ({ development, heldOut, further }) => {
  const score = scoreOf([...development, ...heldOut]);
  expect(score.sentences).toBeGreaterThanOrEqual(60);
  for (const { precision, recall, rightMoment, faults } of [score, scoreOfFurther(further)]) {
    expect(precision, faults.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(recall, faults.join('\n')).toBeGreaterThanOrEqual(0.9);
    expect(rightMoment, faults.join('\n')).toBeGreaterThanOrEqual(0.95);
  }
});
