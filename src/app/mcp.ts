import type { Hono } from 'hono';
import { loadAssistant, type Interface } from '#features/assistant/server/index.ts';
import { deriveSecret } from '#kit/server/config.ts';
import { isOwnOrigin } from '#kit/server/http/index.ts';
import type { Services } from '#kit/server/services.ts';
import { tendVersion } from '#kit/server/version.ts';

/** How an assistant works here: `headers` carry the key. */
export function optionsFor(services: Services, answer: Interface, headers: Headers) {
  const { config, clock } = services;
  return { answer, headers, secret: deriveSecret(config, 'assistant confirmations'), clock, version: tendVersion() };
}

/** The assistant over HTTP, for whoever brings a key. It asks the interface in this process, as any client would. */
export function addMcp(app: Hono, services: Services, api: Hono): void {
  app.all('/mcp', async (context) => {
    const request = context.req.raw;
    if (!isOwnOrigin(request.headers, services.config.publicUrl)) return context.text('', 403);
    const headers = new Headers();
    for (const name of ['authorization', 'x-forwarded-for', 'accept-language']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const { answerOverHttp } = await loadAssistant();
    const answer: Interface = async (asked) => await api.request(asked, undefined, context.env);
    return await answerOverHttp(request, optionsFor(services, answer, headers));
  });
}
