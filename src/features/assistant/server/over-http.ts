import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { makeAssistant, type AssistantOptions } from './assistant.ts';
import { Refused } from './ask.ts';

const largestRequest = 1024 * 1024;

/**
 * Answers one message of a client over HTTP. Each stands for itself: nothing is kept between them, so that any process of the installation may answer the next. Therefore
 * there is no stream to come back to (405), and confirmations go by a second call.
 */
export async function answerOverHttp(request: Request, options: AssistantOptions): Promise<Response> {
  if (request.method !== 'POST') return refuse(405, 'There is no stream here: send messages by POST.', { allow: 'POST' });
  try {
    const assistant = await makeAssistant(options);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true, maxRequestBodySize: largestRequest });
    await assistant.connect(transport);
    try {
      return await transport.handleRequest(request);
    } finally {
      await assistant.close();
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refuse(error.status, error.message, error.status === 401 ? { 'www-authenticate': 'Bearer' } : {});
  }
}

function refuse(status: number, message: string, headers: Record<string, string>): Response {
  const body = { jsonrpc: '2.0', error: { code: -32_000, message }, id: null };
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
