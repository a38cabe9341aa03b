import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink, DownloadLink } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { api, sumOf, type Counts } from './contacts-data.ts';
import { Beside, Whys } from './contacts-trial.tsx';

/** What became of an address book: a sum that adds up, why some stayed out, and the files to mend that with. */
export function ContactsResult({ id, result }: { id: string; result: Counts }) {
  const say = useMessages();
  const formats = useFormats();
  const setAside = sumOf(result.setAside);
  const rows: readonly (readonly [string, number])[] = [
    [say('contacts.done.made'), result.made],
    [say('contacts.done.updated'), result.updated],
    [say('contacts.done.unchanged'), result.unchanged],
    [say('contacts.done.setAside'), setAside],
  ];
  const address = (which: 'set-aside' | 'incomplete') =>
    api.address('get', '/api/contact-imports/{import}/rows', { params: { import: id }, query: { which } });
  return (
    <>
      {result.made + result.updated === 0 && result.unchanged > 0 && <Notice>{say('contacts.done.nothing_new')}</Notice>}
      <Section title={say('contacts.done.ledger')}>
        <table className="w-full max-w-prose">
          <tbody>
            {rows.map(([words, count]) => (
              <tr key={words}>
                <th scope="row" className="py-1.5 text-start font-medium">
                  {words}
                </th>
                <td className="tabular py-1.5 ps-6 text-end">{formats.number(count)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot className="border-t-2 border-ink font-semibold">
            <tr>
              <th scope="row" className="py-2 text-start">
                {say('contacts.done.read')}
              </th>
              <td className="tabular py-2 ps-6 text-end">{formats.number(result.read)}</td>
            </tr>
          </tfoot>
        </table>
        {setAside > 0 && (
          <p className="text-sm text-ink-soft">
            <DownloadLink href={address('set-aside')}>{say('contacts.done.download')}</DownloadLink> {say('contacts.done.download.note')}
          </p>
        )}
      </Section>
      {result.contactsMade + result.organizationsMade + result.photos > 0 && (
        <Section title={say('contacts.done.beside')}>
          <Beside counts={result} />
        </Section>
      )}
      <Whys counts={result} />
      {result.withWarnings > 0 && (
        <p className="text-sm text-ink-soft">
          <DownloadLink href={address('incomplete')}>{say('contacts.done.incomplete')}</DownloadLink> {say('contacts.done.download.note')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/customers" look="main">
          {say('contacts.done.customers')}
        </ButtonLink>
        <ButtonLink to="/contacts/import" look="quiet">
          {say('contacts.another')}
        </ButtonLink>
      </div>
    </>
  );
}
