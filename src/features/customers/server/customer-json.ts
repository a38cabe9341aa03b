import { roleAnswer } from '#features/people/server/index.ts';
import type { CustomerSnapshot } from '#features/purchases/domain/index.ts';
import type { Described } from '#features/purchases/server/index.ts';
import { toCardAnswer } from './answers.ts';
import type { CustomerPageRead } from './customer-text.ts';

/** The page of a customer for programs: days as ISO dates, gaps in days, money in minor units, shares from 0 to 1. */
export function customerPageJson({ card, roles, habits, basket, touchpoints, promises }: CustomerPageRead) {
  return {
    ...toCardAnswer(card),
    roles: roles.roles.map((role) => roleAnswer(role, card.view.day)),
    parts: roles.parts,
    ...(habits ? habitsOf(habits) : {}),
    lastPurchase: basket ?? null,
    touchpoints: touchpoints.map(({ id, kind, direction, reached, happened_at: at, minutes, summary, pulse }) => ({
      id,
      kind,
      direction,
      reached,
      at: at.toString(),
      minutes,
      summary,
      pulse,
    })),
    promises: promises.map(({ id, what, state, overdue, dueAt, owner }) => ({ id, what, state, overdue, dueAt: dueAt.toString(), owner })),
  };
}

function habitsOf({ snapshot, visits, unfit }: Described) {
  return {
    rhythm: rhythmOf(snapshot),
    outlook: snapshot.outlook ?? null,
    riskReasons: snapshot.risk.reasons.map(({ kind }) => kind),
    purchases: visits,
    unfit,
  };
}

function rhythmOf({ rhythm }: CustomerSnapshot) {
  if (!rhythm) return null;
  const { basis, gaps, medianGap, spread, longestGap, usualGap } = rhythm;
  return { basis, gaps, medianGap: medianGap ?? null, spread: spread ?? null, longestGap: longestGap ?? null, usualGap };
}
