import { expect, test } from 'vitest';
import { mostSteps, readAutomation, type AutomationTold, type Parts } from './automation.ts';

const parts: Parts = {
  triggers: new Map([['pulse_read', [{ id: 'atMost', kind: 'number', least: 1, most: 5, usual: 2 }]]]),
  actions: new Map([['give_tag', [{ id: 'tag', kind: 'text', longest: 40 }]]]),
};
const told: AutomationTold = {
  name: ' Call  the unhappy ',
  trigger: 'pulse_read',
  filled: { atMost: 2 },
  conditions: 'key.is=yes',
  steps: [{ action: 'give_tag', filled: { tag: ' unhappy ' } }],
};
const refused = (change: Partial<AutomationTold>) => {
  const read = readAutomation({ ...told, ...change }, parts);
  return read.ok ? 'ok' : `${read.failure.code} ${read.failure.field}`;
};

test('an automation has a name, a trigger and what it does, each with its blanks filled in', () => {
  expect(readAutomation(told, parts)).toEqual({
    ok: true,
    value: { ...told, name: 'Call the unhappy', steps: [{ action: 'give_tag', filled: { tag: 'unhappy' } }] },
  });
});

test('what is missing or wrong is refused where it stands', () => {
  expect(refused({ name: '' })).toBe('automation.name_missing name');
  expect(refused({ trigger: 'full_moon' })).toBe('automation.trigger_unknown trigger');
  expect(refused({ filled: { atMost: 9 } })).toBe('blank.unusable filled.atMost');
  expect(refused({ steps: [] })).toBe('automation.no_steps steps');
  expect(refused({ steps: Array.from({ length: mostSteps + 1 }, () => ({ action: 'give_tag', filled: { tag: 'x' } })) })).toBe(
    'automation.too_many_steps steps',
  );
  expect(refused({ steps: [{ action: 'dance', filled: {} }] })).toBe('automation.action_unknown steps.0.action');
  expect(refused({ steps: [{ action: 'give_tag', filled: {} }] })).toBe('blank.missing steps.0.filled.tag');
});
