import { useState } from 'react';
import { sumOf } from '#kit/web/file-import/counts.tsx';
import { FileReading, type Reading } from '#kit/web/file-import/file-reading.tsx';
import { Message, useMessages } from '#kit/web/i18n/language.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { ImportColumns } from './import-columns.tsx';
import { purchaseImports, withGiven, type Analysis, type Given, type Question } from './import-data.ts';
import { ImportMore } from './import-more.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { ImportTrial } from './import-trial.tsx';

/** How a file of sales would be read. */
export function ImportReading({ id }: { id: string }) {
  const say = useMessages();
  function tried({ trial }: Analysis) {
    if (!trial) return { isReady: false, heard: undefined, waits: say('purchases.import.start.waits') };
    const { taken, lines, setAside } = trial;
    return { isReady: taken > 0, heard: say('purchases.import.trial.heard', { taken, lines, setAside: sumOf(setAside) }) };
  }
  return (
    <FileReading imports={purchaseImports} id={id} begin={say('purchases.import.start')} tried={tried}>
      {(reading) => <Understood {...reading} />}
    </FileReading>
  );
}

function Understood({ looked, isFresh, given, give }: Reading<Analysis, Given>) {
  const asked = useAsked(looked);
  const mapping = withGiven(looked.mapping, given);
  const shown = { ...looked, mapping };
  return (
    <>
      <ImportColumns analysis={shown} given={given} give={give} />
      {looked.missing.length > 0 && (
        <div className="flex flex-col gap-3">
          {looked.missing.map(([field]) => (
            <Notice key={field} tone="amber">
              <Message id={`purchases.import.missing.${field}`} />
            </Notice>
          ))}
        </div>
      )}
      <ImportQuestions questions={asked} mapping={mapping} give={give} />
      <ImportMore analysis={shown} given={given} give={give} asked={asked.map((question) => question.about)} />
      <ImportTrial trial={looked.trial} currency={looked.mapping.currency} isFresh={isFresh} />
    </>
  );
}

/** A question that was answered is no longer asked by the server, but stands on the page, so that the answer can be changed. */
function useAsked({ questions }: Analysis): readonly Question[] {
  const [asked, setAsked] = useState<readonly Question[]>([]);
  const fresh = questions.filter((question) => !asked.some((one) => one.about === question.about));
  if (fresh.length === 0) return asked;
  const all = [...asked, ...fresh];
  setAsked(all);
  return all;
}
