import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { EarlierImports } from './import-earlier.tsx';
import { ImportUpload } from './import-upload.tsx';

/** Where a file of sales is brought, and what became of those before. */
export function ImportPage() {
  const say = useMessages();
  return (
    <Page title={say('purchases.import.title')} lede={say('purchases.import.lede')} width="narrow">
      <ImportUpload />
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
      <EarlierImports />
    </Page>
  );
}
