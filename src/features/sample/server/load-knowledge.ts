import { noteConsent } from '#features/consent/server/index.ts';
import { endGoal, learnManyFacts, linkPeople, setGoals } from '#features/people/server/index.ts';
import type { BusinessRows } from '#fixtures/business-rows.ts';
import type { Tx } from '#kit/server/db/index.ts';

type Known = {
  /** A moment of the shop's clock, never later than now. */
  readonly at: (local: Temporal.PlainDateTime) => Temporal.Instant;
  readonly colleague: (row: string) => string;
  readonly customer: (row: string) => string;
};

/** Writes what the colleagues of the sample know of its customers: facts, goals, and who knows whom. */
export async function addKnowledge(tx: Tx, business: BusinessRows, { at, colleague, customer }: Known): Promise<void> {
  const moment = (day: Temporal.PlainDate, time: string) => at(day.toPlainDateTime(time));
  const goals = await setGoals(
    tx,
    business.goals.map(({ setOn, setBy, customerId, wish, help, sign, reviewOn }) => ({
      now: moment(setOn, '10:00'),
      colleague: colleague(setBy),
      customer: customer(customerId),
      told: { wish, help, sign, reviewOn },
    })),
  );
  for (const [index, { ended, setBy }] of business.goals.entries()) {
    if (ended) await endGoal(tx, moment(ended.on, '12:00'), colleague(setBy), goals[index] ?? '', { as: ended.as });
  }
  await learnManyFacts(
    tx,
    business.customers.flatMap((row) =>
      row.facts.map(({ kind, text, learnedOn, sensitivity }) => ({
        now: moment(learnedOn, '13:00'),
        colleague: colleague(row.ownerId),
        customer: customer(row.id),
        told: { kind, text, learnedOn, sensitivity },
      })),
    ),
  );
  await linkPeople(
    tx,
    business.links.map(({ fromId, toId, kind, note, addedBy, addedOn }) => ({
      now: moment(addedOn, '14:00'),
      colleague: colleague(addedBy),
      told: { from: customer(fromId), to: customer(toId), kind, note },
    })),
  );
  await addConsents(tx, business, { at, colleague, customer });
}

/** A few were asked whether they want offers and greetings; every fifth of them did, and does no more. */
async function addConsents(tx: Tx, business: BusinessRows, { at, colleague, customer }: Known): Promise<void> {
  const asked = business.customers.filter(({ facts }) => facts.length > 0).slice(0, 15);
  for (const [place, row] of asked.entries()) {
    const learnedOn = row.facts[0]?.learnedOn;
    if (!learnedOn) continue;
    const [by, whom] = [colleague(row.ownerId), customer(row.id)];
    const saidAt = at(learnedOn.toPlainDateTime('13:05'));
    const purpose = place % 3 === 0 ? 'greetings' : 'offers';
    await noteConsent(tx, saidAt, by, whom, {
      purpose,
      channel: 'email',
      isGiven: true,
      source: 'form',
      evidence: `№ ${place + 1}`,
      saidAt,
    });
    if (place % 5 !== 0) continue;
    const later = at(learnedOn.add({ days: 3 }).toPlainDateTime('16:40'));
    await noteConsent(tx, later, by, whom, { purpose, channel: 'email', isGiven: false, source: 'talk', saidAt: later });
  }
}
