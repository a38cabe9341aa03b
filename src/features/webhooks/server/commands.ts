import { terminalOwner } from '#features/access/server/index.ts';
import { readWorkspace } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { findNamed, inWorkspace, sayIn } from '#kit/server/cli/acting.ts';
import type { Command, CommandContext } from '#kit/server/cli/command.ts';
import { formatsOf } from '#kit/server/cli/formats.ts';
import { table } from '#kit/server/cli/text.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Services } from '#kit/server/services.ts';
import { makeSecret, makeWebhook, pauseByHand, removeWebhook, replay, resumeWebhook, testWebhook } from './actions.ts';
import { readDeliveries, readWebhooks } from './readings.ts';

const listCommand: Command = {
  path: 'webhooks',
  summary: 'The outside addresses that are told what happens, and the state of each',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const webhooks = await inWorkspace(context, async (tx, _, now) => await readWebhooks(tx, now));
      if (options.json) return context.terminal.printJson({ webhooks });
      const say = sayIn(context);
      if (webhooks.length === 0) return context.terminal.print(say('webhooks.none'));
      const rows = webhooks.map(({ id, name, url, pausedWhy, failingSince, waiting, givenUp }) => {
        const state = pausedWhy === null ? (failingSince === null ? 'well' : 'failing') : `paused.${pausedWhy}`;
        return [name, url, say(`webhooks.state.${state}`), String(waiting), String(givenUp), id];
      });
      const headings = ['name', 'url', 'state', 'waiting', 'given_up', 'id'].map((one) => say(`webhooks.command.${one}`));
      for (const line of table(headings, rows, new Set([3, 4]))) context.terminal.print(line);
    });
  },
};

const addCommand: Command = {
  path: 'webhooks add',
  summary: 'Have an address told what happens; prints the signing secret, only once',
  define: (program, context) => {
    program
      .argument('<url>', 'where to tell it')
      .option('--name <name>', 'what to call it; the host, unless told')
      .option('--kinds <kinds>', 'of which kinds of events, parted by commas; all, unless told')
      .option('--json', 'answer in JSON')
      .action(async (url: string, options: { name?: string; kinds?: string; json?: true }) => {
        const made = await acting(context, async (tx, services, now, owner) => {
          const kinds = options.kinds?.split(',').map((kind) => kind.trim()) ?? null;
          const id = await makeWebhook(tx, services, now, owner, { name: options.name ?? URL.parse(url)?.host ?? '', url, kinds });
          return { id, secret: (await makeSecret(tx, services, now, owner, id, 0)).secret };
        });
        if (options.json) return context.terminal.printJson(made);
        context.terminal.print(sayIn(context)('webhooks.command.secret', { secret: made.secret }));
      });
  },
};

const secretCommand: Command = {
  path: 'webhooks secret',
  summary: 'Give a webhook a new secret; the previous one keeps signing beside it for a while',
  define: (program, context) => {
    program
      .argument('<webhook>', 'its name or id')
      .option('--keep-hours <hours>', 'for how long the one before is still good', '24')
      .action(async (named: string, options: { keepHours: string }) => {
        const hours = Number(options.keepHours);
        if (!Number.isInteger(hours) || hours < 0 || hours > 168) throw fail('input.invalid', {}, 'keep-hours');
        const { secret } = await acting(context, async (tx, services, now, owner) =>
          makeSecret(tx, services, now, owner, await idNamed(tx, now, named), hours),
        );
        context.terminal.print(sayIn(context)('webhooks.command.secret', { secret }));
      });
  },
};

const logCommand: Command = {
  path: 'webhooks log',
  summary: 'What a webhook was told, the latest first, with what came of each try',
  define: (program, context) => {
    program
      .argument('<webhook>', 'its name or id')
      .option('--given-up', 'only what was given up')
      .option('--json', 'answer in JSON')
      .action(async (named: string, options: { givenUp?: true; json?: true }) => {
        const { deliveries, workspace } = await inWorkspace(context, async (tx, _, now) => {
          const asked = { state: options.givenUp ? ('given_up' as const) : undefined, limit: 100 };
          const found = await readDeliveries(tx, await idNamed(tx, now, named), asked);
          return { ...found, workspace: await readWorkspace(tx) };
        });
        if (options.json) return context.terminal.printJson({ deliveries });
        const say = sayIn(context);
        const formats = formatsOf(context.language, workspace);
        const rows = deliveries.map(({ id, kind, madeAt, state, tries }) => {
          const last = tries.at(-1);
          const outcome = last?.status ?? (last ? say(`webhooks.failure.${last.failure}`) : '');
          return [formats.moment(madeAt), kind, say(`webhooks.delivery.${state}`), String(tries.length), String(outcome), id];
        });
        const headings = ['when', 'kind', 'state', 'tries', 'outcome', 'id'].map((one) => say(`webhooks.command.${one}`));
        for (const line of table(headings, rows, new Set([3]))) context.terminal.print(line);
      });
  },
};

const replayCommand: Command = {
  path: 'webhooks replay',
  summary: 'Send to a webhook again: one delivery of its log, or all that were given up',
  define: (program, context) => {
    program
      .argument('<webhook>', 'its name or id')
      .argument('[delivery]', 'the id of what to tell again; all that was given up, unless told')
      .action(async (named: string, delivery: string | undefined) => {
        const count = await acting(context, async (tx, _, now) => {
          const which = delivery === undefined ? { givenUpSince: Temporal.Instant.fromEpochMilliseconds(0) } : { delivery };
          return await replay(tx, now, await idNamed(tx, now, named), which);
        });
        context.terminal.print(sayIn(context)('webhooks.replayed', { count }));
      });
  },
};

type Act = (tx: Tx, now: Temporal.Instant, owner: string, id: string) => Promise<unknown>;

function simpleCommand(word: string, summary: string, act: Act): Command {
  return {
    path: `webhooks ${word}`,
    summary,
    define: (program, context) => {
      program.argument('<webhook>', 'its name or id').action(async (named: string) => {
        await acting(context, async (tx, _, now, owner) => await act(tx, now, owner, await idNamed(tx, now, named)));
        context.terminal.print(sayIn(context)('webhooks.saved'));
      });
    },
  };
}

export const webhookCommands: readonly Command[] = [
  listCommand,
  addCommand,
  secretCommand,
  logCommand,
  replayCommand,
  simpleCommand('test', 'Send a test to a webhook, to see whether it is reached', (tx, now, _, id) => testWebhook(tx, now, id)),
  simpleCommand('pause', 'Pause a webhook; what happens meanwhile is kept for it', pauseByHand),
  simpleCommand('resume', 'Tell a paused webhook again, beginning with what was kept for it', resumeWebhook),
  simpleCommand('remove', 'Remove a webhook with its log', removeWebhook),
];

type Acting<T> = (tx: Tx, services: Services, now: Temporal.Instant, owner: string) => Promise<T>;

/** The terminal acts as the owner of the workspace. */
async function acting<T>(context: CommandContext, run: Acting<T>): Promise<T> {
  return await inWorkspace(context, async (tx, services, now) => await run(tx, services, now, await terminalOwner(tx)));
}

async function idNamed(tx: Tx, now: Temporal.Instant, named: string): Promise<string> {
  const found = findNamed(await readWebhooks(tx, now), named);
  if (!found) throw fail('webhook.not_found');
  return found.id;
}
