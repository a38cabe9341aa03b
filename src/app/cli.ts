import { Command as Program, CommanderError } from 'commander';
import { listWorkspaces, refreshWorkspace, todayOf, type WorkspaceName } from '#features/workspace/server/index.ts';
import { preferredLanguage } from '#kit/domain/languages.ts';
import { fail, FailureError } from '#kit/domain/result.ts';
import type { CommandContext } from '#kit/server/cli/command.ts';
import { makeTerminal } from '#kit/server/cli/terminal.ts';
import { readConfig, type Config } from '#kit/server/config.ts';
import { openInstallation, type Installation } from '#kit/server/db/index.ts';
import { explain } from '#kit/server/messages.ts';
import { readSettings } from '#kit/server/settings/index.ts';
import type { Services } from '#kit/server/services.ts';
import { features } from './features.ts';
import { mcpCommand } from './mcp-command.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';
import { settingsCommand } from './settings.ts';
import { makeServices, refreshTouched, systemClock } from './services.ts';

/** Runs one command; answers the exit code: 0 done, 1 failed, 2 wrong usage. A failure is one line on standard error. */
export async function runCommandLine(words: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const language = preferredLanguage((env['TEND_LANGUAGE'] ?? env['LC_ALL'] ?? env['LANG'] ?? '').replace('_', '-'));
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort(fail('command.interrupted')));
  process.once('SIGTERM', () => interrupt.abort(fail('command.interrupted')));
  let installation: Installation | undefined;
  let services: Services | undefined;
  let config: Config | undefined;
  const program = new Program('tend')
    .description('A relationship system for businesses that live on customers who come back')
    .exitOverride();
  program
    .option('--workspace <name>', 'name of the workspace, where there are several')
    .configureOutput({ outputError: (text, write) => write(text.split('\n')[0] + '\n') });

  const context: CommandContext = {
    language,
    terminal: makeTerminal(process.stdout, process.stderr, process.stdin),
    signal: interrupt.signal,
    services: async () => {
      if (services) return services;
      const settings = context.config();
      installation = await openInstallation(settings, {
        name: 'tend command',
        via: 'terminal',
        refreshTouched: refreshTouched(systemClock),
      });
      services = makeServices(settings, installation.database, systemClock, installation.ownerUrl);
      return services;
    },
    settings: () => readSettings(env),
    config: () => (config ??= readConfig(env)),
    workspace: async () => {
      const { database } = await context.services();
      const all = await database.transaction({}, listWorkspaces);
      const wanted = program.opts<{ workspace?: string }>().workspace;
      const found = wanted === undefined ? all : all.filter((one) => one.name === wanted || one.id === wanted);
      const [only] = found;
      if (all.length === 0) throw fail('command.no_workspace');
      if (!only) throw fail('command.unknown_workspace', { name: wanted ?? '' });
      if (found.length > 1) throw fail('command.several_workspaces', { names: all.map((one) => one.name).join(', ') });
      await bringUpToToday(await context.services(), only, interrupt.signal);
      return only.id;
    },
  };
  for (const command of [
    serveCommand,
    mcpCommand,
    restoreCommand,
    settingsCommand,
    ...features.flatMap((feature) => feature.commands ?? []),
  ]) {
    command.define(place(program, command.path.split(' ')).summary(command.summary).description(command.summary), context);
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, (failure) => process.stderr.write(`tend: ${explain(language, failure)}\n`));
  } finally {
    await installation?.close();
  }
}

// The server does this every night; who only ever uses the terminal gets it with the first command of a day.
async function bringUpToToday(services: Services, workspace: WorkspaceName, signal: AbortSignal): Promise<void> {
  const today = todayOf(workspace, services.clock());
  if (workspace.refreshedOn && Temporal.PlainDate.compare(workspace.refreshedOn, today) >= 0) return;
  await refreshWorkspace(services, workspace.id, signal);
}

// `import purchases` stands under `import`, which is made when first needed.
function place(program: Program, path: readonly string[]): Program {
  let parent = program;
  for (const word of path) {
    parent = parent.commands.find((one) => one.name() === word) ?? parent.command(word).exitOverride();
  }
  return parent;
}

function report(error: unknown, say: (failure: FailureError['failure']) => void): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof FailureError) say(error.failure);
  else say({ code: 'command.failed', values: { reason: error instanceof Error ? error.message : String(error) } });
  return 1;
}
