import { sumOf } from '#kit/web/file-import/counts.tsx';
import { FileReading } from '#kit/web/file-import/file-reading.tsx';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { ContactsChoices } from './contacts-choices.tsx';
import { ContactsColumns } from './contacts-columns.tsx';
import { contactImports, type Analysis } from './contacts-data.ts';
import { ContactsTrial } from './contacts-trial.tsx';

/** How an address book would be read. */
export function ContactsReading({ id }: { id: string }) {
  const say = useMessages();
  function tried({ trial }: Analysis) {
    if (!trial) return { isReady: false, heard: undefined };
    const { read, made, updated } = trial;
    const setAside = sumOf(trial.setAside);
    return { isReady: read > setAside, heard: say('contacts.trial.heard', { made, updated, setAside }) };
  }
  return (
    <FileReading imports={contactImports} id={id} begin={say('contacts.start')} tried={tried}>
      {({ looked, isFresh, given, give }) => {
        const { mapping } = looked;
        // What was just said stands at once, even while the server is still looking again.
        const shown = { ...looked, mapping: { ...mapping, columns: given.columns ?? mapping.columns } };
        return (
          <>
            <p>
              <Message id="contacts.recognised" values={{ source: say(`contacts.source.${mapping.source}`) }} />
            </p>
            {mapping.form !== 'cards' && <ContactsColumns analysis={shown} onChange={(columns) => give({ columns })} />}
            <ContactsChoices analysis={looked} given={given} give={give} />
            <ContactsTrial analysis={looked} isFresh={isFresh} />
          </>
        );
      }}
    </FileReading>
  );
}
