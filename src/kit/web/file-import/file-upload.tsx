import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FileDrop } from '../file-drop.tsx';
import { useGo } from '../go.ts';
import { useMessages } from '../i18n/language.tsx';
import { announce } from '../live-region.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { ProgressBar } from '../progress.tsx';
import { upload } from '../upload.ts';
import { adoptLook, type FileImports } from './file-imports.ts';

type Shown = {
  readonly imports: Pick<FileImports, 'place' | 'uploadAddress'>;
  readonly label: string;
  readonly hint: string;
  /** Endings and media types. */
  readonly accept: readonly string[];
};

/** Takes a file, sends it and goes on to what was understood. Leaving the page stops the sending. */
export function FileUpload({ imports: { place, uploadAddress }, label, hint, accept }: Shown) {
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
    announce(say('kit.import.uploading', { file: file.name }));
    try {
      const onProgress = (share: number) => setSending({ file: file.name, share });
      const looked = await upload<{ import: string; mapping: unknown }>(uploadAddress(file.name.slice(-200)), file, {
        onProgress,
        signal: leaving.signal,
      });
      adoptLook(client, place, looked);
      go(`${place}/${looked.import}`);
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
          label={say(share < 1 ? 'kit.import.uploading' : 'kit.import.looking', { file })}
          share={share < 1 ? share : undefined}
          onCancel={() => stop.current?.abort()}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      {problem !== undefined && <ProblemNotice error={problem} />}
      <FileDrop label={label} hint={hint} accept={accept} onFile={(file) => void send(file)} />
    </div>
  );
}
