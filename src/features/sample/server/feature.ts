import { findOwner } from '#features/access/server/index.ts';
import { fail } from '#kit/domain/result.ts';
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
      const { database, clock } = await context.services();
      const loaded = await database.transaction({ workspace: await context.workspace() }, async (tx) => {
        const owner = await findOwner(tx);
        if (owner === undefined) throw fail('access.colleague_not_found');
        return await loadSample(tx, clock(), owner);
      });
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
