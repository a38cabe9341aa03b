import type { Language } from '#kit/domain/languages.ts';
import type { Formats } from './cli/formats.ts';
import type { Tx } from './db/index.ts';
import type { Summary } from './summary.ts';

/** Who gets a digest, of which day, and how they read. */
export type DigestAsked = {
  readonly summary: Summary;
  readonly now: Temporal.Instant;
  readonly colleague: string;
  readonly day: Temporal.PlainDate;
  readonly timeZone: string;
  readonly language: Language;
  readonly formats: Formats;
  /** A message in the language of the colleague. */
  readonly say: (key: string, values?: Record<string, string | number>) => string;
};

/** One thing under a heading; `path` leads to its page. */
export type DigestLine = { readonly text: string; readonly note?: string | undefined; readonly path?: string | undefined };

export type DigestPart = { readonly title: string; readonly lines: readonly DigestLine[]; readonly more?: string | undefined };

/** What a feature has to say every morning. Parts stand in the digest by `order`; one that has nothing to say (`null`) is left out. */
export type DigestSection = {
  readonly order: number;
  readonly read: (tx: Tx, asked: DigestAsked) => Promise<DigestPart | null>;
};

/** The sections of all features, in the order in which they stand. */
export function digestOf(features: readonly { readonly digest?: readonly DigestSection[] }[]): DigestSection[] {
  return features.flatMap((feature) => feature.digest ?? []).toSorted((one, other) => one.order - other.order);
}
