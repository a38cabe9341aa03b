import type { Command as Program } from 'commander';
import type { Language } from '#kit/domain/languages.ts';
import type { Config } from '../config.ts';
import type { SettingsRead } from '../settings/index.ts';
import type { Services } from '../services.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. The database is opened when a command first asks for it, on the data folder, whether or not Tend runs. */
export type CommandContext = {
  services(): Promise<Services>;
  /** The settings that hold, as somebody wrote them; with what is wrong with them. */
  settings(): SettingsRead;
  /** The settings alone, for what needs no database. */
  config(): Config;
  /** The id of the workspace the command is for: the only one, or the one named by `--workspace`. */
  workspace(): Promise<string>;
  readonly terminal: Terminal;
  readonly language: Language;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
};

/** A command of the terminal: `path` is its words (`import purchases`), `define` adds arguments, options and the action. */
export type Command = {
  readonly path: string;
  readonly summary: string;
  readonly define: (program: Program, context: CommandContext) => void;
};
