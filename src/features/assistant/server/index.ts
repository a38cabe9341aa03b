import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

export { makeAssistant, type AssistantOptions } from './assistant.ts';
export { Refused, type Interface } from './ask.ts';
export { answerOverHttp } from './over-http.ts';
export { tools } from './tools.ts';

/** Messages over standard input and output, one a line. */
export function standardStreams(): StdioServerTransport {
  return new StdioServerTransport();
}
