import type { Command as Program } from 'commander';
import type { Tx } from '../db/index.ts';
import { translate } from '../messages.ts';
import type { Services } from '../services.ts';
import type { CommandContext } from './command.ts';

/** Does something in the workspace that a command is for, in one transaction. */
export async function inWorkspace<T>(
  context: CommandContext,
  run: (tx: Tx, services: Services, now: Temporal.Instant) => Promise<T>,
): Promise<T> {
  const services = await context.services();
  return await services.database.transaction({ workspace: await context.workspace() }, (tx) => run(tx, services, services.clock()));
}

/** What a command did: for programs, and for people. */
export type Done = { readonly answer: object; readonly text: string };

/** Lets a command do one thing in the workspace with its one argument, and print what came of it; adds `--json`. */
export function actInWorkspace(
  program: Program,
  context: CommandContext,
  act: (tx: Tx, now: Temporal.Instant, told: string, command: Program) => Promise<Done>,
): void {
  // Beneath another command that knows `--json` it is heard there.
  program.option('--json', 'answer in JSON').action(async (told: string, _: unknown, command: Program) => {
    const { answer, text } = await inWorkspace(context, (tx, __, now) => act(tx, now, told, command));
    if (command.optsWithGlobals<{ json?: true }>().json) context.terminal.printJson(answer);
    else context.terminal.print(text);
  });
}

/** Says things in the language of the terminal. */
export function sayIn({ language }: Pick<CommandContext, 'language'>) {
  return (key: string, values?: Record<string, string | number>) => translate(language, key, values);
}

/** The one that is called so, or has this id. */
export function findNamed<T extends { readonly id: string; readonly name: string }>(all: readonly T[], named: string): T | undefined {
  return all.find(({ id, name }) => id === named || name === named);
}
