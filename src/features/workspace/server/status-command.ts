import type { Config } from '#kit/server/config.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf, type Formats } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import { translate } from '#kit/server/messages.ts';
import { readStatus, type Status } from '#kit/server/status.ts';
import { readWorkspace } from './actions.ts';
import { backupsAnswer, statusAnswer } from './status-answer.ts';

type Say = (key: string, values?: Record<string, string | number>) => string;

export const statusCommand: Command = {
  path: 'status',
  summary: 'The status of the installation: duties, jobs, e-mail, database',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { database, clock, config } = await context.services();
      const { status, workspace } = await database.transaction({ workspace: await context.workspace() }, async (tx) => ({
        status: await readStatus(tx, clock(), config),
        workspace: await readWorkspace(tx),
      }));
      if (options.json) return context.terminal.printJson(statusAnswer(status, config));
      const say: Say = (key, values) => translate(context.language, key, values);
      for (const line of linesOf(status, config, say, formatsOf(context.language, workspace))) context.terminal.print(line);
    });
  },
};

function linesOf(status: Status, config: Config, say: Say, formats: Formats): string[] {
  const { version, database, disk, duties, jobs, letters, backups } = status;
  const megabytes = (bytes: number) => say('workspace.status.command.megabytes', { count: formats.number(bytes / 1_000_000) });
  const head = [
    say('workspace.status.tend', { version }),
    say('workspace.status.postgres', { version: database.version, size: megabytes(database.sizeBytes) }),
    say('workspace.status.migrations', { name: database.schema }),
    ...(disk ? [say('workspace.status.disk', { free: megabytes(disk.freeBytes), total: megabytes(disk.totalBytes) })] : []),
    say(config.mail ? 'workspace.status.mail.waiting' : 'workspace.status.mail.none', { count: letters.waiting }),
    ...backupLines(backupsAnswer(backups, config), say, formats, megabytes),
  ];
  const dutyRows = duties.map((duty) => [
    say(`workspace.status.duty.${duty.name}`),
    formats.moment(duty.beganAt),
    duty.goodAt ? formats.moment(duty.goodAt) : '–',
    formats.number(duty.caughtUp),
    duty.failure ?? '',
  ]);
  const jobRows = jobs.map((job) => [job.name, ...[job.waiting, job.retrying, job.givenUp].map(formats.number)]);
  const letterRows = letters.givenUp.map((letter) => [
    letter.failed_at ? formats.moment(letter.failed_at) : '',
    letter.to_address,
    say(`workspace.status.failure.${letter.failure}`),
    letter.answer ?? '',
  ]);
  const parts = [
    titled(say, 'duties', ['duty', 'last', 'good', 'caught_up', 'failure'], dutyRows, new Set([3])),
    titled(say, 'jobs', ['job', 'waiting', 'retrying', 'given_up'], jobRows, new Set([1, 2, 3])),
    titled(say, 'letters', ['given_up_at', 'to', 'why', 'answer'], letterRows),
  ];
  return [...head, ...parts.flat()];
}

function backupLines(
  { isScheduled, hour, lastGood, lastFailed }: ReturnType<typeof backupsAnswer>,
  say: Say,
  formats: Formats,
  megabytes: (bytes: number) => string,
): string[] {
  const kind = isScheduled ? 'scheduled' : 'unscheduled';
  const words = [say(`workspace.status.backups.${kind}`, { hour: `${String(hour).padStart(2, '0')}:00` })];
  if (lastGood) {
    const verified =
      lastGood.verifiedAt === null
        ? say('workspace.status.backups.unverified')
        : say('workspace.status.backups.verified', { at: formats.moment(lastGood.verifiedAt) });
    const { at, file, sizeBytes, missingFiles } = lastGood;
    words.push(say('workspace.status.backups.last', { at: formats.moment(at), file, size: megabytes(sizeBytes) }), verified);
    if (missingFiles > 0) words.push(say('workspace.status.backups.missing', { count: missingFiles }));
  } else words.push(say('workspace.status.backups.none'));
  if (lastFailed) {
    const why = say(`workspace.status.backups.why.${lastFailed.why}`);
    words.push(say('workspace.status.backups.failed', { at: formats.moment(lastFailed.at), why }));
  }
  return words;
}

function titled(say: Say, title: string, columns: readonly string[], rows: readonly string[][], figures?: ReadonlySet<number>): string[] {
  if (rows.length === 0) return [];
  const headings = columns.map((column) => say(`workspace.status.command.${column}`));
  return ['', say(`workspace.status.${title}`), ...table(headings, rows, figures)];
}
