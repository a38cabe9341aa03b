import type { Reason } from '#features/people/domain/index.ts';

/** How days, moments and minor units of the workspace's currency are written for a reader. */
export type EvidenceWords = {
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
  readonly money: (minor: number) => string;
  /** Names and what somebody wrote, which may run against the sentence they stand in. */
  readonly text: (written: string) => string;
};

/**
 * The evidence of a reason as values of its sentence `reason.<kind>`: what a key's ending says is a day, a moment or money is written as such.
 * A bare word in small letters is one that the sentence chooses by, and left as it is.
 */
export function sentenceValues(evidence: Reason['evidence'], words: EvidenceWords): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(evidence)) values[key] = written(key, value, words);
  return values;
}

function written(key: string, value: string | number, { day, moment, money, text }: EvidenceWords): string | number {
  if (typeof value === 'number') return key.endsWith('Minor') ? money(value) : value;
  if (key.endsWith('On')) return day(value);
  if (key.endsWith('At')) return moment(value);
  return isChoice(value) ? value : text(value);
}

function isChoice(value: string): boolean {
  return /^[a-z][a-z_-]*$/.test(value);
}
