import { textIn } from '#kit/domain/blanks.ts';
import type { Trigger } from '#kit/server/automation.ts';
import { touchpointKinds } from '../../domain/index.ts';

export const touchpointLogged: Trigger = {
  id: 'touchpoint_logged',
  event: 'touchpoint.logged',
  blanks: [{ id: 'kind', kind: 'choice', choices: touchpointKinds }],
  fits: ({ kind }, filled) => kind === textIn(filled, 'kind'),
};
