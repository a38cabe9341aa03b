import { toldOf, type EventCatalogue } from '#kit/contract/events.ts';
import type { FollowedEvent } from '#kit/server/followers.ts';
import type { DeliveryRow } from './delivery-store.ts';

/** The kind of what is told only to see whether somebody is there. */
export const testKind = 'webhook.test';

/**
 * What is told, as docs/webhooks.md describes it: ids and figures, no names and no words of anybody. Whoever needs more asks the interface, under the rights of their key.
 * The same event is told in the same words however often it is tried.
 */
export function messageOf(workspace: string, delivery: DeliveryRow, event: FollowedEvent | undefined, catalogue: EventCatalogue): string {
  const told = event === undefined ? undefined : catalogue[event.kind];
  return JSON.stringify({
    type: delivery.kind,
    timestamp: (event?.happenedAt ?? delivery.made_at).toString(),
    data: {
      id: idOf(delivery),
      workspace,
      colleague: event?.colleague ?? null,
      customer: event?.customer ?? null,
      subject: event?.subject ?? null,
      detail: event && told ? toldOf(told, event.detail) : {},
    },
  });
}

/** By which the other side knows what it has heard already: that of the event. */
export function idOf(delivery: Pick<DeliveryRow, 'id' | 'event_id'>): string {
  return delivery.event_id ?? delivery.id;
}
