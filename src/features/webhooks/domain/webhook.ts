import { err, ok, type Result } from '#kit/domain/result.ts';

/** What somebody tells of a webhook: what it is called, where it is, and of which kinds of events it hears (null: of all; none: only what automations tell it). */
export type WebhookTold = { readonly name: string; readonly url: string; readonly kinds: readonly string[] | null };

export const longestName = 80;
export const longestUrl = 1000;

/** Each event is told to each of them: more than this would be a mistake of somebody's program. */
export const mostWebhooks = 20;

/**
 * Reads what somebody tells of a webhook. Refuses one without a name (`webhook.name_missing`), an address that is none, is not spoken to in secret although it is not inside of
 * one's own network, or holds a name and password (`webhook.url_unusable`), and a kind there is not (`webhook.kind_unknown`
 * {kind}). Whether an address is one of the internet is not for the domain to know.
 */
export function readWebhook(told: WebhookTold, known: ReadonlySet<string>): Result<WebhookTold> {
  const name = told.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return err('webhook.name_missing', {}, 'name');
  const [, host] = /^https?:\/\/([^/?#@\s]+)(?:[/?][^#\s@]*)?$/i.exec(told.url.trim()) ?? [];
  if (host === undefined) return err('webhook.url_unusable', {}, 'url');
  if (told.kinds === null) return ok({ name, url: told.url.trim(), kinds: null });
  const kinds = [...new Set(told.kinds)];
  const unknown = kinds.find((kind) => !known.has(kind));
  if (unknown !== undefined) return err('webhook.kind_unknown', { kind: unknown.slice(0, 80) }, 'kinds');
  return ok({ name, url: told.url.trim(), kinds });
}
