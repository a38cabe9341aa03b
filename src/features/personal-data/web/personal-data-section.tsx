import { lazy, Suspense, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { DownloadLink } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { useRight } from '#kit/web/right.ts';
import { personalDataFormats } from '../domain/index.ts';
import { api } from './personal-data.ts';

const EraseDialog = lazy(async () => ({ default: (await import('./erase-dialog.tsx')).EraseDialog }));

/** What the person may ask for: everything we know of them, and to be forgotten. For those who have one of the two rights. */
export function PersonalDataSection({ customer }: { customer: string }) {
  const say = useMessages();
  const exporting = useRight('exportPersonalData');
  const erasing = useRight('erasePersonalData');
  const [isErasing, setErasing] = useState(false);
  if (!exporting.may && !erasing.may) return null;
  return (
    <Section title={say('personal_data.title')} lede={say('personal_data.lede')}>
      {exporting.may && (
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {personalDataFormats.map((format) => (
            <DownloadLink
              key={format}
              href={api.address('get', '/api/customers/{customer}/personal-data', { params: { customer }, query: { format } })}
            >
              {say(`personal_data.as.${format}`)}
            </DownloadLink>
          ))}
        </p>
      )}
      {erasing.may && (
        <div>
          <Button look="quiet" onPress={() => setErasing(true)}>
            {say('personal_data.erase')}
          </Button>
        </div>
      )}
      {isErasing && (
        <Suspense>
          <EraseDialog customer={customer} onClose={() => setErasing(false)} />
        </Suspense>
      )}
    </Section>
  );
}
