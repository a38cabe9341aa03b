import { terminalOwner } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { findNamed, inWorkspace, sayIn } from '#kit/server/cli/acting.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { pauseAutomation, resumeAutomation } from './actions.ts';
import { readAutomations, readRuns } from './readings.ts';

const listCommand: Command = {
  path: 'automations',
  summary: 'What Tend does by itself when something happens, and how often it did so within a month',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const { automations, workspace } = await inWorkspace(context, async (tx, _, now) => ({
        automations: await readAutomations(tx, now),
        workspace: await readWorkspace(tx),
      }));
      if (options.json) return context.terminal.printJson({ automations });
      const say = sayIn(context);
      if (automations.length === 0) return context.terminal.print(say('automations.none'));
      const formats = formatsOf(context.language, workspace);
      const rows = automations.map(({ id, name, owner, pausedAt, stoppedWhy, done, doneAt }) => {
        const state = stoppedWhy === null ? (pausedAt === null ? 'active' : 'paused') : `stopped.${stoppedWhy}`;
        return [name, say(`automations.state.${state}`), owner.name, String(done), doneAt === null ? '' : formats.moment(doneAt), id];
      });
      const headings = ['name', 'state', 'owner', 'done', 'done_at', 'id'].map((one) => say(`automations.command.${one}`));
      for (const line of table(headings, rows, new Set([3]))) context.terminal.print(line);
    });
  },
};

const logCommand: Command = {
  path: 'automations log',
  summary: 'What came of each event that an automation followed, the latest first',
  define: (program, context) => {
    program
      .argument('<automation>', 'its name or id')
      .option('--done', 'only what it did')
      .option('--json', 'answer in JSON')
      .action(async (named: string, options: { done?: true; json?: true }) => {
        const { runs, workspace } = await inWorkspace(context, async (tx, _, now) => {
          const asked = { outcome: options.done ? ('done' as const) : undefined, limit: 100 };
          const found = await readRuns(tx, context.language, await idNamed(tx, now, named), asked);
          return { ...found, workspace: await readWorkspace(tx) };
        });
        if (options.json) return context.terminal.printJson({ runs });
        const say = sayIn(context);
        const formats = formatsOf(context.language, workspace);
        const rows = runs.map(({ ranAt, customer, outcome, why, condition, refusal }) => [
          formats.moment(ranAt),
          customer?.name ?? '',
          say(`automations.outcome.${outcome}`),
          [why === null ? '' : say(`automations.why.${why}`), condition ?? refusal ?? ''].filter((text) => text !== '').join(': '),
        ]);
        const headings = ['when', 'customer', 'outcome', 'why'].map((one) => say(`automations.command.${one}`));
        for (const line of table(headings, rows)) context.terminal.print(line);
      });
  },
};

const pauseCommand: Command = {
  path: 'automations pause',
  summary: 'Pause an automation; it ignores what happens meanwhile',
  define: (program, context) => {
    program.argument('<automation>', 'its name or id').action(async (named: string) => {
      await inWorkspace(context, async (tx, _, now) => pauseAutomation(tx, now, await terminalOwner(tx), await idNamed(tx, now, named)));
      context.terminal.print(sayIn(context)('automations.saved'));
    });
  },
};

const resumeCommand: Command = {
  path: 'automations resume',
  summary: 'Resume a paused automation; it acts on what happens from now on',
  define: (program, context) => {
    program.argument('<automation>', 'its name or id').action(async (named: string) => {
      await inWorkspace(context, async (tx, services, now) =>
        resumeAutomation(tx, services, now, await terminalOwner(tx), await idNamed(tx, now, named)),
      );
      context.terminal.print(sayIn(context)('automations.saved'));
    });
  },
};

export const automationCommands: readonly Command[] = [listCommand, logCommand, pauseCommand, resumeCommand];

async function idNamed(tx: Tx, now: Temporal.Instant, named: string): Promise<string> {
  const found = findNamed(await readAutomations(tx, now), named);
  if (!found) throw fail('automation.not_found');
  return found.id;
}
