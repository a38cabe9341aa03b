import { readFilled, type Blank, type Filled } from '#kit/domain/blanks.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';

/** One thing that an automation does. */
export type Step = { readonly action: string; readonly filled: Filled };

/** When something happens, with whom, and what is done then. */
export type Automation = {
  readonly name: string;
  readonly trigger: string;
  readonly filled: Filled;
  /** What has to hold of the customer, as the addresses of lists have it; empty where nothing has to. */
  readonly conditions: string;
  readonly steps: readonly Step[];
};

type AsTold = Readonly<Record<string, unknown>>;

export type AutomationTold = Omit<Automation, 'filled' | 'steps'> & {
  readonly filled: AsTold;
  readonly steps: readonly { readonly action: string; readonly filled: AsTold }[];
};

/** What there is to choose from, by its id. */
export type Parts = {
  readonly triggers: ReadonlyMap<string, readonly Blank[]>;
  readonly actions: ReadonlyMap<string, readonly Blank[]>;
};

export const longestName = 80;
export const mostSteps = 5;
export const mostAutomations = 50;

/**
 * Reads an automation as somebody put it together. Refuses one without a name (`automation.name_missing`), a trigger or action that there is not (`automation.trigger_unknown`,
 * `automation.action_unknown`), one that does nothing or more than five things (`automation.no_steps`, `automation.too_many_steps` {most}), and what `readFilled` refuses, in the field where it
 * stands (`filled.atMost`, `steps.0.filled.what`). Conditions are for the lists to read.
 */
export function readAutomation(told: AutomationTold, parts: Parts): Result<Automation> {
  const name = told.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return err('automation.name_missing', {}, 'name');
  const filled = readTrigger(told, parts);
  if (!filled.ok) return filled;
  if (told.steps.length === 0) return err('automation.no_steps', {}, 'steps');
  if (told.steps.length > mostSteps) return err('automation.too_many_steps', { most: mostSteps }, 'steps');
  const steps: Step[] = [];
  for (const [place, step] of told.steps.entries()) {
    const ofAction = parts.actions.get(step.action);
    if (!ofAction) return err('automation.action_unknown', {}, `steps.${place}.action`);
    const read = readFilled(ofAction, step.filled);
    if (!read.ok) return under(`steps.${place}.filled`, read.failure);
    steps.push({ action: step.action, filled: read.value });
  }
  return ok({ name, trigger: told.trigger, filled: filled.value, conditions: told.conditions, steps });
}

/** Reads what was filled into the sentence of a trigger. Refuses what `readAutomation` refuses of it. */
export function readTrigger(told: Pick<AutomationTold, 'trigger' | 'filled'>, parts: Pick<Parts, 'triggers'>): Result<Filled> {
  const blanks = parts.triggers.get(told.trigger);
  if (!blanks) return err('automation.trigger_unknown', {}, 'trigger');
  const filled = readFilled(blanks, told.filled);
  return filled.ok ? filled : under('filled', filled.failure);
}

function under(path: string, { code, values, field }: { code: string; values: Readonly<Record<string, string | number>>; field?: string }) {
  return err(code, values, `${path}.${field ?? ''}`);
}
