import { useQuery } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { api, type Verdict } from './audit.ts';

/** Whether anybody has tampered with the log, looked at when somebody asks. */
export function VerdictSection() {
  const say = useMessages();
  const verdict = useQuery({ ...api.query('get', '/api/audit/verdict'), enabled: false, gcTime: 0 });
  return (
    <Section title={say('audit.check')} lede={say('audit.check.lede')}>
      {verdict.data && <Told verdict={verdict.data} />}
      {verdict.isError && <ProblemNotice error={verdict.error} />}
      <div>
        <Button onPress={() => void verdict.refetch()} isPending={verdict.isFetching}>
          {say('audit.check.now')}
        </Button>
      </div>
    </Section>
  );
}

function Told({ verdict }: { verdict: Verdict }) {
  const say = useMessages();
  const formats = useFormats();
  const { found, findings, sealed, waiting, forgotten, before, head, anchoredAt } = verdict;
  return (
    <div className="flex flex-col gap-2" role="status">
      <Notice tone={found === 0 ? 'plain' : 'red'}>
        {found === 0 ? say('audit.verdict.good') : say('audit.verdict.bad', { count: found })}
      </Notice>
      <p className="tabular text-sm text-ink-soft">{say('audit.verdict.counts', { sealed, waiting, forgotten, before })}</p>
      {head !== null && (
        <p className="tabular text-sm text-ink-soft">
          <bdi>{say('audit.verdict.head', { head })}</bdi>
        </p>
      )}
      <p className="text-sm text-ink-soft">
        {anchoredAt === null ? say('audit.verdict.not_anchored') : say('audit.verdict.anchored', { at: formats.moment(anchoredAt) })}
      </p>
      {findings.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {findings.map(({ kind, number, event, at }) => (
            <li key={`${kind} ${number} ${event} ${at}`} className="tabular flex flex-wrap justify-between gap-x-4 py-row text-sm">
              <span className="font-medium">{say(`audit.finding.${kind}`)}</span>
              <span className="text-ink-soft">
                {number !== null && say('audit.place', { number })} {at !== null && formats.moment(at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
