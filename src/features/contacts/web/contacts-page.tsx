import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { DownloadLink, Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { api, sumOf, type ImportSeen } from './contacts-data.ts';
import { ContactsUpload } from './contacts-upload.tsx';

/** Where an address book is brought, what became of those before, and where everyone can be taken along. */
export function ContactsPage() {
  const say = useMessages();
  const { colleague } = useSignedIn();
  return (
    <Page title={say('contacts.title')} lede={say('contacts.lede')} width="narrow">
      <div className="flex flex-col gap-4">
        <ContactsUpload />
        <p className="max-w-prose text-sm text-ink-soft">
          {say('contacts.again')} <Link to="/import">{say('contacts.sales')}</Link>
        </p>
      </div>
      {colleague.rights.includes('export_customers') && <TakeAlong />}
      <EarlierImports />
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

const TONES: Readonly<Record<ImportSeen['state'], Tone>> = {
  uploaded: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'red',
  cancelled: 'plain',
};

function EarlierImports() {
  const say = useMessages();
  const { moment } = useFormats();
  const list = useQuery({ ...api.query('get', '/api/contact-imports'), staleTime: 0 });
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.imports.length === 0) return null;
  return (
    <Section title={say('contacts.earlier')}>
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {list.data.imports.map(({ id, fileName, addedAt, state, result }) => (
          <li key={id} className="flex flex-col gap-x-6 gap-y-1 py-row sm:flex-row sm:items-baseline sm:justify-between">
            <div className="min-w-0">
              <Link to={`/contacts/import/${id}`} look="name">
                <bdi className="break-all">{fileName}</bdi>
              </Link>
              {result && (
                <p className="text-sm text-ink-soft">
                  {say('contacts.earlier.done', {
                    read: result.read,
                    made: result.made,
                    updated: result.updated,
                    unchanged: result.unchanged,
                    setAside: sumOf(result.setAside),
                  })}
                </p>
              )}
            </div>
            <div className="flex shrink-0 items-baseline gap-3 text-sm text-ink-soft">
              <Badge tone={TONES[state]}>{say(`contacts.state.${state}`)}</Badge>
              <span className="tabular">{moment(addedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
