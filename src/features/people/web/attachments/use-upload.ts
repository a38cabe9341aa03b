import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { upload } from '#kit/web/upload.ts';
import { api, type Attachment } from './attachments.ts';

export type UnderWay = { readonly name: string; readonly share: number };

/** Sends files one after the other, and tells how far the present one is. */
export function useUpload(customer: string): {
  underWay: UnderWay | null;
  send: (files: readonly File[], purpose: 'file' | 'photo') => Promise<void>;
  cancel: () => void;
} {
  const say = useMessages();
  const client = useQueryClient();
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const stop = useRef<AbortController | null>(null);

  async function send(files: readonly File[], purpose: 'file' | 'photo') {
    const stopping = new AbortController();
    stop.current = stopping;
    try {
      for (const file of files) {
        setUnderWay({ name: file.name, share: 0 });
        const address = api.address('post', '/api/customers/{customer}/attachments', {
          params: { customer },
          query: { name: file.name || 'file', purpose },
        });
        const onProgress = (share: number) => setUnderWay({ name: file.name, share });
        const { name } = await upload<Attachment>(address, file, { onProgress, signal: stopping.signal });
        toast({ text: say('people.files.added', { name }) });
      }
    } catch (error) {
      if (!stopping.signal.aborted) toast({ text: problemText(say, error), tone: 'bad' });
    } finally {
      setUnderWay(null);
      await client.invalidateQueries();
    }
  }

  return { underWay, send, cancel: () => stop.current?.abort() };
}
