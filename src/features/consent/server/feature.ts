import type { z } from 'zod';
import { namesOfColleagues } from '#features/access/server/index.ts';
import type { Language } from '#kit/domain/languages.ts';
import type { Tx } from '#kit/server/db/index.ts';
import type { Feature } from '#kit/server/feature.ts';
import { handle } from '#kit/server/http/index.ts';
import { translate } from '#kit/server/messages.ts';
import { consentApi, type Consent } from '../api.ts';
import { consentEvents } from '../api/events.ts';
import { noteConsent, readConsents } from './actions.ts';
import { personal, type ConsentRow } from './consent-store.ts';

export const consent: Feature = {
  name: 'consent',
  personal,
  events: consentEvents,
  merge: { feature: 'consent', tables: [{ table: 'consent', key: ['id'] }] },
  handlers: [
    handle(consentApi.read, async ({ tx, language, params }) => {
      const { standing, words } = await readConsents(tx, params.customer);
      return { standing: await answers(tx, standing), words: await answers(tx, words), warning: warningOf(standing, language) };
    }),
    handle(consentApi.note, async ({ tx, now, who, params, body }) => {
      const saidAt = body.saidAt === undefined ? now : Temporal.Instant.from(body.saidAt);
      const [answer] = await answers(tx, [await noteConsent(tx, now, who.colleague, params.customer, { ...body, saidAt })]);
      if (!answer) throw new Error('one row has one answer');
      return answer;
    }),
  ],
};

function warningOf(standing: readonly ConsentRow[], language: Language): string | null {
  const ways = standing
    .filter(({ is_given: isGiven }) => !isGiven)
    .map(({ purpose, channel }) =>
      translate(language, 'consent.way', {
        purpose: translate(language, `consent.purpose.${purpose}`),
        channel: translate(language, `consent.channel.${channel}`),
      }),
    );
  return ways.length === 0 ? null : translate(language, 'consent.command.refused', { ways: ways.join(', ') });
}

async function answers(tx: Tx, rows: readonly ConsentRow[]): Promise<z.input<typeof Consent>[]> {
  const names = await namesOfColleagues(tx);
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose,
    channel: row.channel,
    isGiven: row.is_given,
    source: row.source,
    evidence: row.evidence,
    saidAt: row.said_at.toString(),
    notedBy: row.noted_by === null ? null : { id: row.noted_by, name: names.get(row.noted_by) ?? '' },
    notedAt: row.noted_at.toString(),
  }));
}
