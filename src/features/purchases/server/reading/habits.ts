import type { z } from 'zod';
import type { HabitsAnswer } from '../../api.ts';
import type { Change, RiskReason } from '../../domain/index.ts';
import type { Described } from '../snapshot/refresh.ts';

/** What purchases say of one customer as it travels. */
export function habitsOf({ snapshot, season, visits, spent, unfit }: Described): Omit<z.input<typeof HabitsAnswer>, 'favourites'> {
  const { rhythm, outlook, risk } = snapshot;
  return {
    stage: snapshot.stage,
    visits,
    spentMinor: spent,
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
    season: season ? { near: season.near, nextOn: season.nextOn.toString() } : null,
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
    unfit,
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
