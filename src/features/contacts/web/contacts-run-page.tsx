import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { sumOf } from '#kit/web/file-import/counts.tsx';
import { FileRun } from '#kit/web/file-import/file-run.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { contactImports } from './contacts-data.ts';
import { ContactsReading } from './contacts-reading.tsx';
import { ContactsResult } from './contacts-result.tsx';

/** One address book on its way. */
export function ContactsRunPage({ params: { importId } }: PageProps<RawSearch, 'importId'>) {
  const say = useMessages();
  return (
    <FileRun
      imports={contactImports}
      id={importId}
      words={{
        title: say('contacts.title'),
        running: say('contacts.title.running'),
        done: say('contacts.title.done'),
        reading: say('contacts.reading'),
        settling: say('contacts.settling'),
        cancelled: say('contacts.cancelled'),
        failed: say('contacts.failed'),
        heard: ({ made, updated, setAside }) => say('contacts.done.heard', { made, updated, setAside: sumOf(setAside) }),
      }}
      Reading={ContactsReading}
      Result={ContactsResult}
    />
  );
}
