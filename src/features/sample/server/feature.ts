import { terminalOwner } from '#features/access/server/index.ts';
import { inWorkspace } from '#kit/server/cli/acting.ts';
import type { Command } from '#kit/server/cli/command.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { translate } from '#kit/server/messages.ts';
import { sampleApi } from '../api.ts';
import { loadSample } from './load.ts';

const sampleCommand: Command = {
  path: 'sample',
  summary: 'Fill an empty workspace with the sample business',
  define: (program, context) => {
    program.option('--json', 'answer in JSON').action(async (options: { json?: true }) => {
      const loaded = await inWorkspace(context, async (tx, _, now) => await loadSample(tx, now, await terminalOwner(tx)));
      if (options.json) context.terminal.printJson(loaded);
      else context.terminal.print(translate(context.language, 'sample.command.loaded', loaded));
    });
  },
};

export const sample: Feature = {
  name: 'sample',
  commands: [sampleCommand],
  handlers: [handle(sampleApi.load, async ({ tx, now, who }) => await loadSample(tx, now, who.colleague))],
};
