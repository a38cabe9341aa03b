import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { followLive, isTouchedBy, type News } from '#kit/web/live.ts';

/** What colleagues write appears by itself. Several things at once are asked for once. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  const { colleague } = useSignedIn();
  useEffect(() => {
    let heard: { news: News | 'missed'; at: number }[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      const now = heard;
      heard = [];
      void client.invalidateQueries({
        predicate: ({ queryKey, state }) =>
          now.some(({ news, at }) => isTouchedBy(news, queryKey) && !(isOwn(news) && state.dataUpdatedAt >= at)),
      });
    };
    // Whoever did it has asked for what follows already.
    const isOwn = (news: News | 'missed') => news !== 'missed' && news.colleague === colleague.id;
    const stop = followLive('/api/live', (news) => {
      heard.push({ news, at: Date.now() });
      if (heard.length === 1) gathering = setTimeout(ask, 100);
    });
    return () => {
      clearTimeout(gathering);
      stop();
    };
  }, [client, colleague.id]);
}
