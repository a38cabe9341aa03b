import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Fact as FactShape, factsApi, FactTold } from '../../api/facts.ts';
import { useDoing } from '#kit/web/use-doing.ts';

export const api = apiOf<typeof factsApi>();

export type Fact = z.output<typeof FactShape>;
export type Told = z.input<typeof FactTold>;

/** A fact to put right, or one to write down with what is known of it so far. */
export type FactInHand = { readonly fact: Fact } | { readonly told: Pick<Told, 'kind' | 'text'> };

/** What can be done about a fact in one tap, each with its way back. */
export function useFactWays(): { retire: (fact: Fact) => Promise<void>; restore: (fact: Fact) => Promise<void> } {
  const say = useMessages();
  const go = useDoing();
  const take = (fact: Fact) => api.call('post', '/api/facts/{fact}/retired', { params: { fact: fact.id }, body: {} });
  const giveBack = (fact: Fact) => api.call('post', '/api/facts/{fact}/restored', { params: { fact: fact.id } });
  return {
    retire: (fact) =>
      go(async () => {
        await take(fact);
        return { said: say('people.facts.retired'), undo: () => giveBack(fact) };
      }),
    restore: (fact) =>
      go(async () => {
        await giveBack(fact);
        return { said: say('people.facts.restored'), undo: () => take(fact) };
      }),
  };
}
