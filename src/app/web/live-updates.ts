import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { followLive, type News } from '#kit/web/live.ts';
import { mayChange } from './news-reach.ts';

/** What colleagues write appears by itself. Several things at once are asked for once. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  const { colleague } = useSignedIn();
  useEffect(() => {
    let heard: { news: News | 'missed'; at: number }[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    const gather = () => {
      gathering = setTimeout(() => void ask(), 40);
    };
    const ask = async () => {
      const now = heard;
      heard = [];
      isAsking = true;
      await client.invalidateQueries({
        predicate: ({ queryKey, state }) =>
          now.some(({ news, at }) => mayChange(news, queryKey) && !(isOwn(news) && state.dataUpdatedAt >= at)),
      });
      // One after the other, so that where much happens an answer is not forever given up for the next.
      isAsking = false;
      if (heard.length > 0) gather();
    };
    // Whoever did it has asked for what follows already.
    const isOwn = (news: News | 'missed') => news !== 'missed' && news.colleague === colleague.id;
    const stop = followLive('/api/live', (news) => {
      heard.push({ news, at: Date.now() });
      if (heard.length === 1 && !isAsking) gather();
    });
    return () => {
      clearTimeout(gathering);
      stop();
    };
  }, [client, colleague.id]);
}
