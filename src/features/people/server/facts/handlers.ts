import { may } from '#features/access/domain/index.ts';
import { namesOfColleagues, requireRight } from '#features/access/server/index.ts';
import { readWorkspace, viewOf } from '#features/workspace/server/index.ts';
import { endOfDay } from '#kit/domain/days.ts';
import { fail } from '#kit/domain/result.ts';
import type { Tx } from '#kit/server/db/index.ts';
import { listEvents } from '#kit/server/events.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { factsApi } from '../../api/facts.ts';
import { openChanges, type FactChange } from '../../domain/index.ts';
import { answersFor } from '../answers-for.ts';
import { correctLearnedFact, lookAtSensitiveFacts, restoreFact, retireFact } from './actions.ts';
import { learnFacts } from './learn.ts';
import { readFacts, type FactSeen } from './readings.ts';

export const factHandlers: readonly Handler[] = [
  handle(factsApi.list, async ({ tx, now, services, who, params, query }) => {
    const mine = await answersFor(tx, who, params.customer);
    const { day, isPast } = await viewOf(tx, services.summary, now, query.asOf);
    const before = isPast ? endOfDay(day, (await readWorkspace(tx)).timeZone) : undefined;
    const known = await readFacts(tx, params.customer, before);
    const open = known.filter(({ words }) => words.sensitivity !== 'sensitive');
    return {
      facts: await answers(
        tx,
        open.map((fact) => ({ ...fact, changes: openChanges(fact.changes) })),
      ),
      hidden: known.filter(({ words, retired }) => words.sensitivity === 'sensitive' && !retired).length,
      mayLook: may(who, 'seeSensitiveFacts', mine),
      maySeeLooks: may(who, 'seeWhoLooked', mine),
    };
  }),
  handle(factsApi.learn, async ({ tx, now, who, params, body }) => {
    const [learned] = await learnFacts(tx, now, who.colleague, params.customer, [toldIn(body)]);
    if (!learned) throw fail('fact.not_found');
    return learned;
  }),
  handle(factsApi.correct, async ({ tx, now, who, params, body }) => {
    const { note, ...correction } = body;
    await correctLearnedFact(tx, now, who, params.fact, toldIn(correction), note);
  }),
  handle(factsApi.retire, async ({ tx, now, who, params, body }) => await retireFact(tx, now, who, params.fact, body.note)),
  handle(factsApi.restore, async ({ tx, now, who, params }) => await restoreFact(tx, now, who, params.fact)),
  handle(factsApi.look, async ({ tx, now, who, params }) => ({
    facts: await answers(tx, await lookAtSensitiveFacts(tx, now, who, params.customer)),
  })),
  handle(factsApi.looks, async ({ tx, who, params }) => {
    requireRight(who, 'seeWhoLooked', await answersFor(tx, who, params.customer));
    const events = await listEvents(tx, { customer: params.customer, kind: 'fact.looked_at', limit: 50 });
    const nameOf = await colleaguesBy(tx);
    return {
      looks: events.map(({ id, happenedAt, colleague, detail }) => ({
        id,
        at: happenedAt.toString(),
        by: nameOf(colleague),
        facts: Array.isArray(detail['facts']) ? detail['facts'].map(String) : [],
      })),
    };
  }),
];

function toldIn<Told extends { learnedOn?: string | undefined }>({ learnedOn, ...told }: Told) {
  return { ...told, learnedOn: learnedOn === undefined ? undefined : Temporal.PlainDate.from(learnedOn) };
}

async function answers(tx: Tx, facts: readonly FactSeen[]) {
  const nameOf = await colleaguesBy(tx);
  return facts.map(({ id, touchpoint, learnedBy, words, retired, changes }) => ({
    ...words,
    uses: [...words.uses],
    id,
    touchpoint,
    learnedOn: words.learnedOn.toString(),
    learnedBy: nameOf(learnedBy),
    retired: retired && { at: retired.at.toString(), by: nameOf(retired.colleague), note: retired.note },
    history: changes.map(({ what, at, colleague, note, words: { kind, text } }: FactChange) => ({
      what,
      at: at.toString(),
      by: nameOf(colleague),
      kind,
      text,
      note,
    })),
  }));
}

async function colleaguesBy(tx: Tx) {
  const names = await namesOfColleagues(tx);
  return (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
}
