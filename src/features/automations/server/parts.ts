import type { AutomationParts } from '#kit/server/automation.ts';
import type { Services } from '#kit/server/services.ts';
import type { Parts } from '../domain/index.ts';

/** What there is to put an automation together from. */
export function partsOf({ automation }: Pick<Services, 'automation'>): Parts {
  return {
    triggers: new Map(automation.triggers.map(({ id, blanks }) => [id, blanks])),
    actions: new Map(automation.actions.map(({ id, blanks }) => [id, blanks])),
  };
}

export function triggerNamed({ triggers }: AutomationParts, id: string) {
  return triggers.find((one) => one.id === id);
}

export function actionNamed({ actions }: AutomationParts, id: string) {
  return actions.find((one) => one.id === id);
}
