import type { z } from 'zod';
import type { TodayEntry } from '../api.ts';
import type { Entry } from './entries.ts';

/** An entry as it travels. */
export function toEntryAnswer(entry: Entry): z.input<typeof TodayEntry> {
  const { contact, addressedAs, standing, basket, lastTouchpoint } = entry;
  return {
    customer: {
      id: entry.id,
      name: contact.name,
      kind: contact.kind,
      stage: standing.stage,
      isKey: standing.isKey,
      language: contact.language,
      formality: addressedAs.formality,
      addressedAs: addressedAs.spoken,
      phone: contact.phone,
      email: contact.email,
      owner: entry.owner,
    },
    costMinor: entry.cost,
    minutes: entry.minutes,
    action: entry.action,
    reasons: entry.reasons.map(({ kind, occasion, cost, evidence, action }) => ({
      kind,
      occasion,
      costMinor: Math.round(cost),
      evidence,
      action,
    })),
    atHand: {
      lastPurchase: basket
        ? {
            on: basket.lastOn,
            totalMinor: basket.lastTotalMinor,
            currency: basket.currency,
            products: [...basket.lastProducts],
            usualProducts: [...basket.usualProducts],
          }
        : null,
      lastTouchpoint: lastTouchpoint
        ? {
            kind: lastTouchpoint.kind,
            direction: lastTouchpoint.direction,
            reached: lastTouchpoint.reached,
            at: lastTouchpoint.at.toString(),
            summary: lastTouchpoint.summary,
            pulse: lastTouchpoint.pulse,
          }
        : null,
      promises: entry.promises.map(({ id, what, dueAt, owner, ownerName }) => ({
        id,
        what,
        dueAt: dueAt.toString(),
        owner: { id: owner, name: ownerName },
      })),
    },
  };
}
