import { terminalOwner } from '#features/access/server/index.ts';
import { inWorkspace } from '#kit/server/cli/acting.ts';
import type { Command } from '#kit/server/cli/command.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { translate } from '#kit/server/messages.ts';
import { sampleApi } from '../api.ts';

const sampleCommand: Command = {
  path: 'sample',
  summary: 'Fill an empty workspace with the sample business',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const loaded = await inWorkspace(context, async (tx, _, now) => await load(tx, now, await terminalOwner(tx)));
      if (options.json) context.terminal.printJson(loaded);
      else context.terminal.print(translate(context.language, 'sample.command.loaded', loaded));
    });
  },
};

export const sample: Feature = {
  name: 'sample',
  commands: [sampleCommand],
  handlers: [handle(sampleApi.load, async ({ tx, now, who }) => await load(tx, now, who.colleague))],
};

/** Its customers and what they say are loaded when a business is made of them: most servers never do. */
async function load(tx: Tx, now: Temporal.Instant, owner: string) {
  const { loadSample } = await import('./load.ts');
  return await loadSample(tx, now, owner);
}
