import type { z } from 'zod';
import type { Blank } from '#kit/domain/blanks.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { automationsApi } from '../api.ts';
import { changeAutomation, makeAutomation, pauseAutomation, removeAutomation, resumeAutomation } from './actions.ts';
import { readAutomations, readRuns } from './readings.ts';
import { tryOut } from './try-out.ts';

export const automationHandlers: readonly Handler[] = [
  handle(automationsApi.list, async ({ tx, now, services }) => ({
    automations: await readAutomations(tx, now),
    triggers: services.automation.triggers.map(({ id, blanks }) => ({ id, blanks: blanks.map(blankAnswer) })),
    actions: services.automation.actions.map(({ id, blanks }) => ({ id, blanks: blanks.map(blankAnswer) })),
  })),
  handle(automationsApi.read, async ({ tx, now, params }) => {
    const found = (await readAutomations(tx, now)).find(({ id }) => id === params.automation);
    if (!found) throw fail('automation.not_found');
    return found;
  }),
  handle(automationsApi.make, async ({ tx, services, now, who, body }) => ({ id: await makeAutomation(tx, services, now, who, body) })),
  handle(automationsApi.tryOut, async ({ tx, services, now, body }) => {
    const { fitting, ...counts } = await tryOut(tx, services, now, body);
    return { ...counts, fitting: fitting.map(({ customer, happenedAt }) => ({ customer, happenedAt: happenedAt.toString() })) };
  }),
  handle(automationsApi.change, async ({ tx, services, now, who, params, body }) => {
    await changeAutomation(tx, services, now, who, params.automation, body);
  }),
  handle(automationsApi.remove, async ({ tx, now, who, params }) => await removeAutomation(tx, now, who.colleague, params.automation)),
  handle(automationsApi.pause, async ({ tx, now, who, params }) => await pauseAutomation(tx, now, who.colleague, params.automation)),
  handle(automationsApi.resume, async ({ tx, services, now, who, params }) => {
    await resumeAutomation(tx, services, now, who.colleague, params.automation);
  }),
  handle(automationsApi.runs, async ({ tx, language, params, query }) => {
    const { after: cursor, ...asked } = query;
    return await readRuns(tx, language, params.automation, { ...asked, cursor });
  }),
];

type Answered = z.input<typeof automationsApi.list.answer>['triggers'][number]['blanks'][number];

function blankAnswer(blank: Blank): Answered {
  if (blank.kind === 'choice') return { ...blank, choices: [...blank.choices] };
  return blank.kind === 'colleague' ? { ...blank, parts: [...blank.parts] } : blank;
}
