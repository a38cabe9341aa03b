import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

/** Messages over standard input and output, one a line. */
export function standardStreams(): StdioServerTransport {
  return new StdioServerTransport();
}
