import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { FileRun } from '#kit/web/file-import/file-run.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { purchaseImports } from './import-data.ts';
import { ImportReading } from './import-reading.tsx';
import { ImportResult } from './import-result.tsx';

/** One file of sales on its way. */
export function ImportRunPage({ params: { importId } }: PageProps<RawSearch, 'importId'>) {
  const say = useMessages();
  return (
    <FileRun
      imports={purchaseImports}
      id={importId}
      words={{
        title: say('purchases.import.title'),
        running: say('purchases.import.title.running'),
        done: say('purchases.import.title.done'),
        reading: say('purchases.import.reading'),
        settling: say('purchases.import.settling'),
        cancelled: say('purchases.import.cancelled'),
        failed: say('purchases.import.failed'),
        heard: ({ added, lines }) => say('purchases.import.done.heard', { added, lines }),
      }}
      Reading={ImportReading}
      Result={ImportResult}
    />
  );
}
