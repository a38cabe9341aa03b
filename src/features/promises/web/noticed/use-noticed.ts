import { useEffect, useState } from 'react';
import type { NoticedPromise } from '../../domain/index.ts';

type Noticing = typeof import('../../domain/noticing/notice.ts').noticePromises;

/** What we seem to promise in a text that is being written, once the typing rests. The grammars come when there is a first text. */
export function useNoticed(text: string, timeZone: string): readonly NoticedPromise[] {
  const [notice, setNotice] = useState<Noticing | null>(null);
  const [noticed, setNoticed] = useState<readonly NoticedPromise[]>([]);
  const isBegun = text.trim() !== '';

  useEffect(() => {
    if (!isBegun || notice) return;
    let isWanted = true;
    void import('../../domain/noticing/notice.ts').then(({ noticePromises }) => isWanted && setNotice(() => noticePromises));
    return () => {
      isWanted = false;
    };
  }, [isBegun, notice]);

  useEffect(() => {
    if (!notice) return;
    const rest = setTimeout(() => setNoticed(isBegun ? notice(text, Temporal.Now.plainDateTimeISO(timeZone)) : []), 200);
    return () => clearTimeout(rest);
  }, [notice, text, isBegun, timeZone]);

  return noticed;
}
