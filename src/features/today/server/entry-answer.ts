import type { z } from 'zod';
import type { TodayEntry } from '../api.ts';
import type { Entry } from './entries.ts';

/** An entry as it travels. */
export function toEntryAnswer(entry: Entry): z.input<typeof TodayEntry> {
  const { contact, addressedAs, standing, basket, lastTouchpoint, stake, reckoning } = entry;
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
    costMinor: reckoning.told,
    sumMinor: reckoning.sum,
    minutes: reckoning.minutes.total,
    minutesOf: { longest: reckoning.minutes.longest, others: reckoning.minutes.others, each: reckoning.minutes.each },
    stake: {
      minor: stake.minor,
      by: stake.by,
      year: stake.by === 'worth' && stake.parts ? { ...stake.parts } : null,
    },
    because: entry.because ?? null,
    action: entry.action,
    reasons: entry.reasons.map(({ kind, occasion, cost, factors, evidence, action, minutes }) => ({
      kind,
      occasion,
      costMinor: cost,
      factors: factors.map((factor) => ({ ...factor, figures: { ...factor.figures } })),
      evidence,
      action,
      minutes,
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
