import { textIn } from '#kit/domain/blanks.ts';
import type { Trigger } from '#kit/server/automation.ts';
import { factKinds } from '../../domain/index.ts';

export const factLearned: Trigger = {
  id: 'fact_learned',
  event: 'fact.learned',
  blanks: [{ id: 'kind', kind: 'choice', choices: factKinds }],
  fits: ({ kind }, filled) => kind === textIn(filled, 'kind'),
};
