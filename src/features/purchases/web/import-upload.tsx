import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FileDrop } from '#kit/web/file-drop.tsx';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { upload } from '#kit/web/upload.ts';
import { adoptAnalysis, api, type Analysis } from './import-data.ts';

type Sending = { readonly file: string; readonly share: number };

/** Takes a file, sends it and goes on to what was understood. Leaving the page stops the sending. */
export function ImportUpload() {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(file: File) {
    const leaving = new AbortController();
    stop.current = leaving;
    setProblem(undefined);
    setSending({ file: file.name, share: 0 });
    announce(say('purchases.import.uploading', { file: file.name }));
    try {
      const address = api.address('post', '/api/purchase-imports', { query: { name: file.name.slice(-200) } });
      const onProgress = (share: number) => setSending({ file: file.name, share });
      const analysis = await upload<Analysis>(address, file, { onProgress, signal: leaving.signal });
      adoptAnalysis(client, analysis);
      go(`/import/${analysis.import}`);
    } catch (error) {
      if (!leaving.signal.aborted) setProblem(error);
    } finally {
      setSending(undefined);
    }
  }

  if (sending !== undefined) {
    const { file, share } = sending;
    return (
      <div className="py-6">
        {share < 1 ? (
          <ProgressBar label={say('purchases.import.uploading', { file })} share={share} onCancel={() => stop.current?.abort()} />
        ) : (
          <ProgressBar label={say('purchases.import.looking', { file })} onCancel={() => stop.current?.abort()} />
        )}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice error={problem} />}
      <FileDrop
        label={say('purchases.import.drop')}
        hint={say('purchases.import.drop.hint')}
        accept={['.csv', '.tsv', '.txt', '.gz', 'text/csv', 'text/tab-separated-values', 'application/gzip']}
        onFile={(file) => void send(file)}
      />
    </div>
  );
}
