import { sumOf } from '#kit/web/file-import/counts.tsx';
import { EarlierFiles } from '#kit/web/file-import/earlier-files.tsx';
import { FileUpload } from '#kit/web/file-import/file-upload.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { DownloadLink, Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { useRight } from '#kit/web/right.ts';
import { api, contactImports } from './contacts-data.ts';

/** Where an address book is brought, what became of those before, and where everyone can be taken along. */
export function ContactsPage() {
  const say = useMessages();
  const exporting = useRight('exportCustomers');
  return (
    <Page title={say('contacts.title')} lede={say('contacts.lede')} width="narrow">
      <div className="flex flex-col gap-4">
        <FileUpload
          imports={contactImports}
          label={say('contacts.drop')}
          hint={say('contacts.drop.hint')}
          accept={['.vcf', '.vcard', '.xlsx', '.csv', '.tsv', '.txt', 'text/vcard', 'text/x-vcard', 'text/csv']}
        />
        <p className="max-w-prose text-sm text-ink-soft">
          {say('contacts.again')} <Link to="/import">{say('contacts.sales')}</Link>
        </p>
      </div>
      {exporting.may && <TakeAlong />}
      <EarlierFiles
        imports={contactImports}
        outcome={({ read, made, updated, unchanged, setAside }) =>
          say('contacts.earlier.done', { read, made, updated, unchanged, setAside: sumOf(setAside) })
        }
      />
    </Page>
  );
}

const formats = ['csv', 'xlsx', 'vcard'] as const;

function TakeAlong() {
  const say = useMessages();
  return (
    <Section title={say('contacts.export')} lede={say('contacts.export.lede')}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {formats.map((format) => (
          <li key={format}>
            <DownloadLink href={api.address('get', '/api/contacts/export', { query: { format } })}>
              {say(`contacts.export.${format}`)}
            </DownloadLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
