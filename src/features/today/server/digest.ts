import { viewOf } from '#features/workspace/server/index.ts';
import type { DigestSection } from '#kit/server/digest.ts';
import { sentenceValues } from '../domain/index.ts';
import { readToday } from './today.ts';

const shownAtMost = 5;

/** The list of the day in short: whom to talk to first, and why. */
export const digestSection: DigestSection = {
  order: 10,
  read: async (tx, { summary, now, colleague, formats, say }) => {
    const { entries } = await readToday(tx, await viewOf(tx, summary, now, undefined), colleague);
    if (entries.length === 0) return null;
    const written = { day: formats.day, moment: formats.moment, money: formats.money, text: (text: string) => text };
    return {
      title: say('today.digest.title', { count: entries.length }),
      lines: entries.slice(0, shownAtMost).map(({ id, contact, reasons: [reason] }) => ({
        text: contact.name,
        note: reason && say(`reason.${reason.kind}`, sentenceValues(reason.evidence, written)),
        path: `/customers/${id}`,
      })),
      more: entries.length > shownAtMost ? say('today.digest.more', { count: entries.length - shownAtMost }) : undefined,
    };
  },
};
