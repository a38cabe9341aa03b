import { CountList, Ledger, sumOf } from '#kit/web/file-import/counts.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink, DownloadLink } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { api, type Counts } from './contacts-data.ts';
import { Beside } from './contacts-trial.tsx';

/** What became of an address book: a sum that adds up, what was left out, and the files to mend that with. */
export function ContactsResult({ id, result }: { id: string; result: Counts }) {
  const say = useMessages();
  const address = (which: 'set-aside' | 'incomplete') =>
    api.address('get', '/api/contact-imports/{import}/rows', { params: { import: id }, query: { which } });
  return (
    <>
      {result.made + result.updated === 0 && result.unchanged > 0 && <Notice>{say('contacts.done.nothing_new')}</Notice>}
      <Section title={say('contacts.done.ledger')}>
        <Ledger
          rows={[
            [say('contacts.done.made'), result.made],
            [say('contacts.done.updated'), result.updated],
            [say('contacts.done.unchanged'), result.unchanged],
          ]}
          setAside={result.setAside}
          reason={(reason) => say(`contacts.reason.${reason}`)}
          total={[say('contacts.done.read'), result.read]}
        />
        {sumOf(result.setAside) > 0 && (
          <p className="text-sm text-ink-soft">
            <DownloadLink href={address('set-aside')}>{say('contacts.done.download')}</DownloadLink> {say('kit.import.download.note')}
          </p>
        )}
      </Section>
      {result.contactsMade + result.organizationsMade + result.photos + result.photosElsewhere > 0 && (
        <Section title={say('contacts.done.beside')}>
          <Beside counts={result} />
        </Section>
      )}
      <CountList title={say('contacts.warnings.why')} counts={result.warnings} word={(reason) => say(`contacts.warning.${reason}`)} />
      {result.withWarnings > 0 && (
        <p className="text-sm text-ink-soft">
          <DownloadLink href={address('incomplete')}>{say('contacts.done.incomplete')}</DownloadLink> {say('kit.import.download.note')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/customers" look="main">
          {say('contacts.done.customers')}
        </ButtonLink>
        <ButtonLink to="/contacts/import" look="quiet">
          {say('kit.import.another')}
        </ButtonLink>
      </div>
    </>
  );
}
