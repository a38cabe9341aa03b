import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { Badge } from '#kit/web/badge.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import type { Status as StatusShape, workspaceApi } from '../api.ts';

const api = apiOf<typeof workspaceApi>();

type Status = z.infer<typeof StatusShape>;

/** Often enough to see a duty come round while one looks. */
const everyMinute = 60_000;

/** Whether everything runs that runs by itself: what was missed, what waits, what was given up. */
export function StatusPage() {
  const say = useMessages();
  const status = useQuery({ ...api.query('get', '/api/status'), refetchInterval: everyMinute });
  return (
    <Page title={say('workspace.status.title')} lede={say('workspace.status.lede')} width="narrow">
      {status.isPending && <Skeleton lines={6} />}
      {status.isError && <ProblemNotice error={status.error} onRetry={() => void status.refetch()} />}
      {status.data && (
        <>
          <Duties duties={status.data.duties} />
          <Backups backups={status.data.backups} />
          <Mail mail={status.data.mail} />
          <Jobs jobs={status.data.jobs} />
          <Installation status={status.data} />
        </>
      )}
    </Page>
  );
}

function Duties({ duties }: Pick<Status, 'duties'>) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Section title={say('workspace.status.duties')} lede={say('workspace.status.duties.lede')}>
      <ul className="flex flex-col divide-y divide-line">
        {duties.map((duty) => (
          <li key={duty.name} className="flex flex-col gap-1 py-row">
            <Line title={say(`workspace.status.duty.${duty.name}`)}>
              {duty.failure === null ? (
                <Badge tone="good">{say('workspace.status.well')}</Badge>
              ) : (
                <Badge tone="red">{say('workspace.status.badly')}</Badge>
              )}
            </Line>
            <p className="tabular text-sm text-ink-soft">
              {say('workspace.status.ran', { at: formats.moment(duty.beganAt) })}
              {duty.failure !== null && (
                <>
                  {' · '}
                  {duty.goodAt === null
                    ? say('workspace.status.never_good')
                    : say('workspace.status.was_good', { at: formats.moment(duty.goodAt) })}
                  {' · '}
                  <bdi dir="ltr">{duty.failure}</bdi>
                </>
              )}
            </p>
            {duty.missedFrom !== null && duty.missedUntil !== null && (
              <p className="tabular text-sm text-ink-soft">
                {say('workspace.status.missed', {
                  count: duty.caughtUp,
                  from: formats.moment(duty.missedFrom),
                  until: formats.moment(duty.missedUntil),
                })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Backups({ backups: { isScheduled, hour, lastGood, lastFailed } }: Pick<Status, 'backups'>) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Section title={say('workspace.status.backups')}>
      <p className="max-w-prose text-ink-soft">
        {isScheduled
          ? say('workspace.status.backups.scheduled', { hour: formats.timeIn(`2026-01-01T${String(hour).padStart(2, '0')}:00Z`, 'UTC') })
          : say('workspace.status.backups.unscheduled')}
      </p>
      {lastFailed && (
        <p className="tabular flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <Badge tone="red">{say('workspace.status.badly')}</Badge>
          {say('workspace.status.backups.failed', {
            at: formats.moment(lastFailed.at),
            why: say(`workspace.status.backups.why.${lastFailed.why}`),
          })}
        </p>
      )}
      {lastGood ? <LastBackup backup={lastGood} /> : <p>{say('workspace.status.backups.none')}</p>}
    </Section>
  );
}

function LastBackup({ backup }: { backup: NonNullable<Status['backups']['lastGood']> }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-1">
      <p className="tabular wrap-anywhere">
        <Message
          id="workspace.status.backups.last"
          values={{ at: formats.moment(backup.at), file: <bdi dir="ltr">{backup.file}</bdi>, size: sizeText(backup.sizeBytes, formats) }}
        />
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft">
        {backup.verifiedAt === null ? (
          <Badge tone="amber">{say('workspace.status.backups.unverified')}</Badge>
        ) : (
          <Badge tone="good">{say('workspace.status.backups.verified', { at: formats.moment(backup.verifiedAt) })}</Badge>
        )}
        {say(backup.isEncrypted ? 'workspace.status.backups.encrypted' : 'workspace.status.backups.plain')}
      </p>
      {backup.missingFiles > 0 && (
        <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-soft">
          <Badge tone="red">{say('workspace.status.badly')}</Badge>
          {say('workspace.status.backups.missing', { count: backup.missingFiles })}
        </p>
      )}
    </div>
  );
}

function sizeText(bytes: number, formats: Formats): string {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  return formats.number(bytes / size, { style: 'unit', unit, maximumFractionDigits: 0 });
}

function Mail({ mail }: Pick<Status, 'mail'>) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <Section title={say('workspace.status.mail')}>
      {mail.isSetUp ? (
        <p className="tabular">
          {say('workspace.status.mail.waiting', { count: mail.waiting })}
          {mail.lastSentAt !== null && ` ${say('workspace.status.mail.last', { at: formats.moment(mail.lastSentAt) })}`}
        </p>
      ) : (
        <p className="max-w-prose text-ink-soft">{say('workspace.status.mail.none')}</p>
      )}
      {mail.givenUp.length > 0 && (
        <>
          <h3 className="font-medium">{say('workspace.status.letters')}</h3>
          <ul className="-mt-3 flex flex-col divide-y divide-line">
            {mail.givenUp.map((letter) => (
              <li key={letter.id} className="flex flex-col gap-1 py-row">
                <p>
                  <bdi>{letter.to}</bdi>
                  {': '}
                  {say(`workspace.status.failure.${letter.failure}`)}
                </p>
                {letter.answer !== null && (
                  <p className="text-sm break-words text-ink-soft">
                    <bdi dir="ltr">{letter.answer}</bdi>
                  </p>
                )}
                <p className="tabular text-sm text-ink-soft">
                  {formats.moment(letter.at)}
                  {letter.attempts > 0 && ` · ${say('workspace.status.attempts', { count: letter.attempts })}`}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Jobs({ jobs }: Pick<Status, 'jobs'>) {
  const say = useMessages();
  return (
    <Section title={say('workspace.status.jobs')} lede={say('workspace.status.jobs.lede')}>
      {jobs.length === 0 ? (
        <p className="text-ink-soft">{say('workspace.status.jobs.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {jobs.map((job) => (
            <li key={job.name} className="py-row">
              <Line title={<bdi dir="ltr">{job.name}</bdi>}>
                {job.givenUp > 0 && <Badge tone="red">{say('workspace.status.given_up', { count: job.givenUp })}</Badge>}
              </Line>
              <p className="tabular text-sm text-ink-soft">
                {say('workspace.status.job', { waiting: job.waiting, retrying: job.retrying })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Installation({ status }: { status: Status }) {
  const say = useMessages();
  const formats = useFormats();
  const { version, database, disk } = status;
  return (
    <Section title={say('workspace.status.installation')}>
      <p className="tabular">{say('workspace.status.tend', { version })}</p>
      <p className="tabular -mt-3">
        {say('workspace.status.postgres', { version: database.version, size: sizeText(database.sizeBytes, formats) })}
      </p>
      <p className="-mt-3 wrap-anywhere">
        <Message id="workspace.status.migrations" values={{ name: <bdi dir="ltr">{database.schema}</bdi> }} />
      </p>
      {disk && (
        <p className="tabular -mt-3">
          {say('workspace.status.disk', { free: sizeText(disk.freeBytes, formats), total: sizeText(disk.totalBytes, formats) })}
        </p>
      )}
    </Section>
  );
}

function Line({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
      {children}
    </p>
  );
}
