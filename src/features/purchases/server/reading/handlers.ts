import { viewOf } from '#features/workspace/server/index.ts';
import { requireCustomer } from '#features/people/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { purchasesApi } from '../../api.ts';
import type { Change, CustomerSnapshot, RiskReason } from '../../domain/index.ts';
import { describeCustomer } from '../snapshot/refresh.ts';
import { listFavourites, listPurchases, type Place } from './store.ts';

export const readingHandlers: readonly Handler[] = [
  handle(purchasesApi.list, async ({ tx, services, now, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { day } = await viewOf(tx, services.summary, now, query.asOf);
    const found = await listPurchases(tx, { customer: params.customer, day, after: placeOf(query.after), limit: query.limit });
    const last = found.length === query.limit ? found.at(-1) : undefined;
    return {
      purchases: found.map(({ placed_at, placed_on, total_minor, ...rest }) => ({
        ...rest,
        placedAt: placed_at.toString(),
        placedOn: placed_on.toString(),
        totalMinor: total_minor,
      })),
      next: last ? `${last.placed_on.toString()}_${last.id}` : null,
    };
  }),
  handle(purchasesApi.habits, async ({ tx, services, now, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { day, asOfOn } = await viewOf(tx, services.summary, now, query.asOf);
    const { snapshot, visits, spent, unfit } = await describeCustomer(tx, params.customer, day, asOfOn);
    const favourites = await listFavourites(tx, { customer: params.customer, day, limit: 5 });
    return { ...toHabits(snapshot), visits, spentMinor: spent, favourites, unfit };
  }),
];

function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  const [, on, id] = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text) ?? [];
  if (on === undefined || id === undefined) throw fail('input.invalid', {}, 'after');
  return { on, id };
}

function toHabits(snapshot: CustomerSnapshot) {
  const { rhythm, outlook, risk } = snapshot;
  return {
    stage: snapshot.stage,
    usualBasketMinor: snapshot.usualBasket ?? null,
    rhythm: rhythm
      ? {
          basis: rhythm.basis,
          gaps: rhythm.gaps,
          medianGap: rhythm.medianGap ?? null,
          spread: rhythm.spread ?? null,
          longestGap: rhythm.longestGap ?? null,
          usualGap: rhythm.usualGap,
          dueOn: isoOf(rhythm.dueDay),
          dueFromOn: isoOf(rhythm.dueFrom),
          dueUntilOn: isoOf(rhythm.dueTo),
          silentFromOn: isoOf(rhythm.silentFrom),
        }
      : null,
    rhythmChange: changeOf(snapshot.rhythmChange),
    basketChange: changeOf(snapshot.basketChange),
    outlook: outlook
      ? {
          alive: outlook.alive ?? null,
          visitsIn90: outlook.visitsIn90,
          visitsIn365: outlook.visitsIn365,
          spend: outlook.spend ?? null,
          value: outlook.value ?? null,
        }
      : null,
    risk: {
      band: risk.band,
      reasons: risk.reasons.map((reason) => ({ kind: reason.kind, figures: figuresOf(reason) })),
      valueAtRiskMinor: Math.round(risk.valueAtRisk),
    },
  };
}

function changeOf(change: Change | undefined) {
  return change ? { recent: change.recent, earlier: change.earlier, since: isoOf(change.sinceDay) } : null;
}

function figuresOf(reason: RiskReason): Record<string, number> {
  switch (reason.kind) {
    case 'silent':
      return {
        silentDays: reason.silentDays,
        usualGap: Math.round(reason.usualGap),
        longestGap: reason.longestGap ?? Math.round(reason.usualGap),
      };
    case 'leaving':
      return { alive: reason.alive, aliveAtLastVisit: reason.aliveAtLastVisit };
    case 'slower-rhythm':
    case 'smaller-basket':
      return { earlier: Math.round(reason.change.earlier), recent: Math.round(reason.change.recent) };
  }
}

function isoOf(day: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
}
