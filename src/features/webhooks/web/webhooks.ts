import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Tone } from '#kit/web/badge.tsx';
import type { DeliveryView, webhooksApi, WebhookView } from '../api.ts';

export const api = apiOf<typeof webhooksApi>();

export type Webhook = z.output<typeof WebhookView>;
export type Delivery = z.output<typeof DeliveryView>;

/** The webhooks, and the kinds of events there are. */
export function useWebhooks({ isFollowed = false }: { isFollowed?: boolean } = {}) {
  return useQuery({ ...webhookChoices(), ...(isFollowed ? { refetchInterval: whileLookedAt } : {}) });
}

/** The webhooks, for whoever has one of them chosen. */
export function webhookChoices() {
  return api.query('get', '/api/webhooks');
}

/** Often enough to see what is told while one looks. */
export const whileLookedAt = 4000;

/** How it stands with a webhook, in one word, and how much that matters. */
export function stateOf({ pausedWhy, failingSince }: Webhook): { readonly id: string; readonly tone: Tone } {
  if (pausedWhy !== null) return { id: `paused.${pausedWhy}`, tone: pausedWhy === 'by_hand' ? 'plain' : 'red' };
  return failingSince === null ? { id: 'well', tone: 'good' } : { id: 'failing', tone: 'amber' };
}
