import { useQuery } from '@tanstack/react-query';
import { Badge, type Tone } from '#kit/web/badge.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { setAsideOf } from './import-counts.tsx';
import { api, type ImportSeen } from './import-data.ts';

const TONES: Readonly<Record<ImportSeen['state'], Tone>> = {
  uploaded: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'red',
  cancelled: 'plain',
};

/** What was brought before, each with what became of it. Nothing where nothing was. */
export function EarlierImports() {
  const say = useMessages();
  const formats = useFormats();
  const list = useQuery({ ...api.query('get', '/api/purchase-imports'), staleTime: 0 });
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.imports.length === 0) return null;
  return (
    <Section title={say('purchases.import.earlier')}>
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {list.data.imports.map(({ id, fileName, addedAt, state, result }) => (
          <li key={id} className="flex flex-col gap-x-6 gap-y-1 py-row sm:flex-row sm:items-baseline sm:justify-between">
            <div className="min-w-0">
              <Link to={`/import/${id}`} look="name">
                <bdi className="break-all">{fileName}</bdi>
              </Link>
              {result && (
                <p className="text-sm text-ink-soft">
                  {say('purchases.import.earlier.done', {
                    lines: result.lines,
                    added: result.added,
                    known: result.known,
                    setAside: setAsideOf(result),
                  })}
                </p>
              )}
            </div>
            <div className="flex shrink-0 items-baseline gap-3 text-sm text-ink-soft">
              <Badge tone={TONES[state]}>{say(`purchases.import.state.${state}`)}</Badge>
              <span className="tabular">{formats.moment(addedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
