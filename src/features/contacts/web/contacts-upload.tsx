import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FileDrop } from '#kit/web/file-drop.tsx';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { announce } from '#kit/web/live-region.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { upload } from '#kit/web/upload.ts';
import { adoptAnalysis, api, type Analysis } from './contacts-data.ts';

/** Takes a file, sends it and goes on to what was understood. Leaving the page stops the sending. */
export function ContactsUpload() {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [sending, setSending] = useState<{ readonly file: string; readonly share: number }>();
  const [problem, setProblem] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(file: File) {
    const leaving = new AbortController();
    stop.current = leaving;
    setProblem(undefined);
    setSending({ file: file.name, share: 0 });
    announce(say('contacts.uploading', { file: file.name }));
    try {
      const address = api.address('post', '/api/contact-imports', { query: { name: file.name.slice(-200) } });
      const onProgress = (share: number) => setSending({ file: file.name, share });
      const analysis = await upload<Analysis>(address, file, { onProgress, signal: leaving.signal });
      adoptAnalysis(client, analysis);
      go(`/contacts/import/${analysis.import}`);
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
        <ProgressBar
          label={say(share < 1 ? 'contacts.uploading' : 'contacts.looking', { file })}
          share={share < 1 ? share : undefined}
          onCancel={() => stop.current?.abort()}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice error={problem} />}
      <FileDrop
        label={say('contacts.drop')}
        hint={say('contacts.drop.hint')}
        accept={['.vcf', '.vcard', '.xlsx', '.csv', '.tsv', '.txt', 'text/vcard', 'text/x-vcard', 'text/csv']}
        onFile={(file) => void send(file)}
      />
    </div>
  );
}
