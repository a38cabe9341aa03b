import { err, ok, type Result } from '#kit/domain/result.ts';

/** What for we would write or call without having been asked. What a customer ordered or asked about needs no consent. */
export const consentPurposes = ['offers', 'greetings', 'surveys', 'news'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentChannels = ['call', 'message', 'email', 'letter'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** How the customer said it. */
export const consentSources = ['talk', 'form', 'email', 'letter', 'website', 'import'] as const;
export type ConsentSource = (typeof consentSources)[number];

/** One word of a customer: yes or no, to a purpose by a way. */
export type ConsentWord = {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly isGiven: boolean;
  readonly source: ConsentSource;
  /** What shows it: where the form lies, who was there, which message. */
  readonly evidence: string | null;
  readonly saidAt: Temporal.Instant;
};

export type ConsentTold = Omit<ConsentWord, 'id' | 'evidence'> & { readonly evidence?: string | null | undefined };

const longestEvidence = 500;

/**
 * Reads what a customer said. Refused: a moment to come (`consent.in_future`), and a yes that nothing shows (`consent.without_evidence`), since whoever writes to
 * somebody has to be able to show that they may.
 */
export function readConsent(told: ConsentTold, now: Temporal.Instant): Result<Omit<ConsentWord, 'id'>> {
  if (Temporal.Instant.compare(told.saidAt, now) > 0) return err('consent.in_future', {}, 'saidAt');
  const evidence = told.evidence?.trim().slice(0, longestEvidence) || null;
  if (told.isGiven && evidence === null) return err('consent.without_evidence', {}, 'evidence');
  return ok({ ...told, evidence });
}

/** What counts for each purpose and way: the latest word; of two of one moment the one noted last, and of those the no. */
export function standingConsents(words: readonly ConsentWord[]): readonly ConsentWord[] {
  const standing = new Map<string, ConsentWord>();
  for (const word of words) {
    const key = `${word.purpose} ${word.channel}`;
    const known = standing.get(key);
    if (!known || isLater(word, known)) standing.set(key, word);
  }
  return [...standing.values()].toSorted(
    (one, other) =>
      consentPurposes.indexOf(one.purpose) - consentPurposes.indexOf(other.purpose) ||
      consentChannels.indexOf(one.channel) - consentChannels.indexOf(other.channel),
  );
}

/** Whether we may write or call for a purpose by a way: only with a yes that stands. */
export function isAllowed(words: readonly ConsentWord[], purpose: ConsentPurpose, channel: ConsentChannel): boolean {
  return standingConsents(words).some((word) => word.purpose === purpose && word.channel === channel && word.isGiven);
}

function isLater(one: ConsentWord, other: ConsentWord): boolean {
  const order = Temporal.Instant.compare(one.saidAt, other.saidAt);
  if (order !== 0) return order > 0;
  return one.id === other.id ? !one.isGiven : one.id > other.id;
}
