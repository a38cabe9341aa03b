import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Choice } from '#kit/web/choice.ts';
import type { Finder } from '#kit/web/commands.ts';
import type { Say } from '#kit/web/i18n/language.tsx';
import { CustomersIcon } from '#kit/web/icons.tsx';
import type { Found as FoundShape, findApi } from '../api/find.ts';

export const api = apiOf<typeof findApi>();

type Found = z.output<typeof FoundShape>;

/** Finds anyone from anywhere, by whatever is remembered of them. */
export const findPeople: Finder = async (text, { signal, say, go }) => {
  const { found } = await api.query('get', '/api/find', { query: { text: text.slice(0, 200), limit: 10 } }).queryFn({ signal });
  return found.map((one) => {
    const { id, text: label, ...shown } = choiceOf(one, say);
    return { id: `customer ${id}`, label, ...shown, group: 'found', icon: CustomersIcon, run: () => go(`/customers/${id}`) };
  });
};

/** Somebody found, to choose from: the name, and why it was this one where the name does not show it. */
export function choiceOf({ id, name, spots, why }: Found, say: Say): Choice {
  if (!why) return { id, text: name, spots };
  const note = say(`people.find.by.${why.by}`, { text: why.text });
  const start = note.indexOf(why.text);
  const noteSpots = start < 0 ? [] : why.spots.map(([from, to]) => [from + start, to + start] as const);
  return { id, text: name, spots, note, noteSpots };
}
