import { useState } from 'react';
import { DropZone, type DropZoneProps } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Text } from 'react-aria-components/Text';
import { Button } from './button.tsx';
import { useMessages } from './i18n/language.tsx';
import { FileIcon } from './icons.tsx';

/** One file, dropped, pasted or chosen. */
export function FileDrop(given: {
  label: string;
  /** Which kinds, and how large, in words. */
  hint?: string;
  /** Endings and media types the file chooser offers first. */
  accept?: readonly string[];
  onFile: (file: File) => void;
}) {
  const say = useMessages();
  const [isWrong, setWrong] = useState(false);

  async function dropped({ items }: Parameters<NonNullable<DropZoneProps['onDrop']>>[0]) {
    const file = items.find((item) => item.kind === 'file');
    setWrong(file === undefined);
    if (file?.kind === 'file') given.onFile(await file.getFile());
  }

  return (
    <DropZone
      onDrop={dropped}
      className="flex flex-col items-center gap-4 rounded-2xl border-2 border-dashed border-line-strong/60 px-6 py-12 text-center transition-colors data-drop-target:border-accent data-drop-target:bg-accent-soft"
    >
      <FileIcon className="size-8 text-accent" strokeWidth="1.25" />
      <div>
        <Text slot="label" className="text-lg font-medium">
          {given.label}
        </Text>
        {given.hint !== undefined && <p className="mt-1 max-w-prose text-sm text-ink-soft">{given.hint}</p>}
        {isWrong && <p className="mt-1 text-sm font-medium text-red">{say('kit.file.notAFile')}</p>}
      </div>
      <FileTrigger
        {...(given.accept ? { acceptedFileTypes: [...given.accept] } : {})}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) given.onFile(file);
        }}
      >
        <Button look="main">{say('kit.file.choose')}</Button>
      </FileTrigger>
    </DropZone>
  );
}
