import { loadAssistant, Refused, type Interface } from '#features/assistant/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import type { Command } from '#kit/server/cli/command.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { makeApi } from './http.ts';
import { optionsFor } from './mcp.ts';

/** The assistant over standard input and output, for programs that start it themselves. */
export const mcpCommand: Command = {
  path: 'mcp',
  summary: 'Serve an assistant over standard input and output (Model Context Protocol), with the API key in TEND_KEY',
  define: (program, context) => {
    program.action(async () => {
      const key = process.env['TEND_KEY'] ?? '';
      if (key === '') throw fail('assistant.key_missing');
      const services = await context.services();
      // On standard output every line is a message.
      services.log.level = 'silent';
      const { makeAssistant, standardStreams } = await loadAssistant();
      const api = makeApi(services, makeLimits({ signedOutChanges: 20, any: services.config.requestsPerMinute }));
      const env = { incoming: { socket: { remoteAddress: 'terminal' } } };
      const answer: Interface = async (asked) => await api.request(asked, undefined, env);
      const options = optionsFor(services, answer, new Headers({ authorization: `Bearer ${key}` }));
      const assistant = await makeAssistant(options).catch((error: unknown) => {
        throw error instanceof Refused ? fail(error.code) : error;
      });
      const ended = new Promise<void>((resolve) => {
        assistant.server.onclose = resolve;
        process.stdin.once('end', resolve);
        context.signal.addEventListener('abort', () => resolve());
      });
      await assistant.connect(standardStreams());
      await ended;
      await assistant.close();
    });
  },
};
