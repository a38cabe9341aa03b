import { useQuery } from '@tanstack/react-query';
import { Badge, type Tone } from '../badge.tsx';
import { useFormats, useMessages } from '../i18n/language.tsx';
import { Link } from '../link.tsx';
import { Section } from '../page.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import type { FileImports, Imported, LookedAt } from './file-imports.ts';

const TONES: Readonly<Record<Imported['state'], Tone>> = {
  uploaded: 'plain',
  running: 'plain',
  done: 'good',
  failed: 'red',
  cancelled: 'plain',
};

type Shown<Seen extends Imported> = {
  readonly imports: Pick<FileImports<LookedAt, object, Seen>, 'place' | 'earlier'>;
  /** What became of one, in a line. */
  readonly outcome: (result: NonNullable<Seen['result']>) => string;
};

/** What was brought before, each with what became of it. Nothing where nothing was. */
export function EarlierFiles<Seen extends Imported>({ imports, outcome }: Shown<Seen>) {
  const say = useMessages();
  const { moment } = useFormats();
  const list = useQuery({ ...imports.earlier(), staleTime: 0 });
  if (list.isError) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data || list.data.imports.length === 0) return null;
  return (
    <Section title={say('kit.import.earlier')}>
      <ul className="flex flex-col divide-y divide-line border-t border-line">
        {list.data.imports.map(({ id, fileName, addedAt, state, result }) => (
          <li key={id} className="flex flex-col gap-x-6 gap-y-1 py-row sm:flex-row sm:items-baseline sm:justify-between">
            <div className="min-w-0">
              <Link to={`${imports.place}/${id}`} look="name">
                <bdi className="break-all">{fileName}</bdi>
              </Link>
              {result ? <p className="text-sm text-ink-soft">{outcome(result)}</p> : null}
            </div>
            <div className="flex shrink-0 items-baseline gap-3 text-sm text-ink-soft">
              <Badge tone={TONES[state]}>{say(`kit.import.state.${state}`)}</Badge>
              <span className="tabular">{moment(addedAt)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
