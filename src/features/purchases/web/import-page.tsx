import { sumOf } from '#kit/web/file-import/counts.tsx';
import { EarlierFiles } from '#kit/web/file-import/earlier-files.tsx';
import { FileUpload } from '#kit/web/file-import/file-upload.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { purchaseImports } from './import-data.ts';

/** Where a file of sales is brought, and what became of those before. */
export function ImportPage() {
  const say = useMessages();
  return (
    <Page title={say('purchases.import.title')} lede={say('purchases.import.lede')} width="narrow">
      <FileUpload
        imports={purchaseImports}
        label={say('purchases.import.drop')}
        hint={say('purchases.import.drop.hint')}
        accept={['.csv', '.tsv', '.txt', '.gz', 'text/csv', 'text/tab-separated-values', 'application/gzip']}
      />
      <Section title={say('purchases.import.needs')}>
        <ul className="flex list-disc flex-col gap-1 ps-5 text-ink-soft marker:text-accent">
          <li>{say('purchases.import.needs.date')}</li>
          <li>{say('purchases.import.needs.amount')}</li>
          <li>{say('purchases.import.needs.customer')}</li>
          <li>{say('purchases.import.needs.number')}</li>
        </ul>
        <p className="max-w-prose text-sm text-ink-soft">
          {say('purchases.import.needs.again')} <Link to="/contacts/import">{say('purchases.import.contacts')}</Link>
        </p>
      </Section>
      <EarlierFiles
        imports={purchaseImports}
        outcome={({ lines, added, known, setAside }) =>
          say('purchases.import.earlier.done', { lines, added, known, setAside: sumOf(setAside) })
        }
      />
    </Page>
  );
}
