import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Circle as CircleShape, circleApi } from '../../api/circle.ts';
import { useDoing } from '#kit/web/use-doing.ts';

export const api = apiOf<typeof circleApi>();

export type Circle = z.output<typeof CircleShape>;
export type Person = Circle['people'][number];
export type Link = Circle['links'][number];

/** Ends a link, with the way back. */
export function useEndLink(): (link: Link) => Promise<void> {
  const say = useMessages();
  const go = useDoing();
  return (link) =>
    go(async () => {
      await api.call('delete', '/api/circle-links/{link}', { params: { link: link.id } });
      return {
        said: say('people.circle.ended'),
        undo: () => api.call('post', '/api/circle-links/{link}/restored', { params: { link: link.id } }),
      };
    });
}

/** The other end of a link of somebody. */
export function otherEnd(link: Link, one: string): string {
  return link.from === one ? link.to : link.from;
}
