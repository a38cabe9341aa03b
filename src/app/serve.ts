import type { Command } from '#kit/server/cli/command.ts';
import { fail } from '#kit/domain/result.ts';
import { readConfig } from '#kit/server/config.ts';
import { giveMemoryBackAtRest } from '#kit/server/memory.ts';
import { translate } from '#kit/server/messages.ts';
import { startServer } from './server.ts';

export const serveCommand: Command = {
  path: 'serve',
  summary: 'Start Tend: database, web app and jobs in one process',
  define: (program, context) => {
    program.action(async () => {
      const config = readConfig(process.env, 'toServe');
      const server = await startServer(config);
      context.terminal.print(translate(context.language, 'app.command.serve.ready', { url: server.url }));
      context.terminal.print(translate(context.language, 'app.command.serve.data', { folder: config.dataFolder }));
      const leaveMemory = giveMemoryBackAtRest();
      const stopped = new Promise<'stopped'>((resolve) => context.signal.addEventListener('abort', () => resolve('stopped')));
      const outcome = await Promise.race([stopped, server.failed.then((reason) => ({ reason }))]);
      leaveMemory();
      await server.stop();
      // A connection that does not let go, of a job on a database of one's own, holds the process no longer: what it was doing is rolled back.
      setTimeout(() => process.exit(), 300).unref();
      if (outcome !== 'stopped') throw fail('database.ended', { reason: outcome.reason });
    });
  },
};
