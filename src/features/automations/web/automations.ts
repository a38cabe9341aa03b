import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn, whoWorks } from '#features/access/web/index.ts';
import type { tagsApi } from '#features/people/api.ts';
import { webhookChoices } from '#features/webhooks/web/index.ts';
import type { Blank, Filled } from '#kit/domain/blanks.ts';
import { apiOf } from '#kit/web/api.ts';
import type { Choice } from '#kit/web/choice.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { automationsApi, AutomationView, RunView } from '../api.ts';

export const api = apiOf<typeof automationsApi>();
const access = apiOf<typeof accessApi>();
const tags = apiOf<typeof tagsApi>();

export type Automation = z.output<typeof AutomationView>;
export type Run = z.output<typeof RunView>;
export type Draft = Pick<Automation, 'name' | 'trigger' | 'filled' | 'conditions' | 'steps'>;
export type Part = { readonly id: string; readonly blanks: readonly Blank[] };

/** The automations, and what there is to put them together from. */
export function useAutomations() {
  const found = useQuery(api.query('get', '/api/automations'));
  return {
    ...found,
    automations: found.data?.automations ?? [],
    // Which fields a blank has follows from its kind; the contract cannot say so.
    triggers: (found.data?.triggers ?? []) as readonly Part[],
    actions: (found.data?.actions ?? []) as readonly Part[],
  };
}

/** What can be chosen for a blank, in the reader's words: choices, colleagues, tags, webhooks. `part` is the trigger or action that it belongs to. */
export function useChoices(): (part: string, blank: Blank) => readonly Choice[] {
  const say = useMessages();
  const { colleague } = useSignedIn();
  const colleagues = useQuery(access.query('get', '/api/colleagues')).data?.colleagues ?? [];
  const known = useQuery(tags.query('get', '/api/tags')).data?.tags ?? [];
  const webhooks = useQuery({ ...webhookChoices(), enabled: colleague.rights.includes('manageWebhooks') }).data?.webhooks ?? [];
  const named = (all: readonly { readonly id: string; readonly name: string }[]) => all.map(({ id, name }) => ({ id, text: name }));
  return (part, blank) => {
    switch (blank.kind) {
      case 'choice':
        return blank.choices.map((id) => ({ id, text: say(`automation.choice.${part}.${id}`) }));
      case 'colleague':
        return [
          ...blank.parts.map((id) => ({ id, text: say(`automation.part.${id}`) })),
          ...named(blank.whoWorks ? whoWorks(colleagues) : colleagues),
        ];
      case 'tag':
        return named(known);
      case 'webhook':
        return named(webhooks);
      case 'number':
      case 'text':
        return [];
    }
  };
}

/** What was filled in, as it reads in a sentence. */
export function useFilledText(): (part: Part | undefined, filled: Filled) => Record<string, string | number> {
  const say = useMessages();
  const choicesOf = useChoices();
  return (part, filled) =>
    Object.fromEntries(
      (part?.blanks ?? []).map((blank): [string, string | number] => {
        const value = filled[blank.id] ?? '';
        if (blank.kind === 'number') return [blank.id, Number(value)];
        const text = blank.kind === 'text' ? String(value) : choicesOf(part?.id ?? '', blank).find(({ id }) => id === value)?.text;
        // Names and words may run in another direction than the sentence: they are set apart from it.
        return [blank.id, text === undefined || text === '' ? say('automations.then.someone') : `\u2068${text}\u2069`];
      }),
    );
}

/** Blanks filled in as they usually are. */
export function usualFilling(part: Part | undefined): Record<string, string | number> {
  return Object.fromEntries(
    (part?.blanks ?? []).flatMap((blank): [string, string | number][] => {
      if (blank.kind === 'number') return [[blank.id, blank.usual]];
      if (blank.kind === 'choice') return [[blank.id, blank.choices[0] ?? '']];
      if (blank.kind === 'colleague' && blank.parts[0] !== undefined) return [[blank.id, blank.parts[0]]];
      return [];
    }),
  );
}
