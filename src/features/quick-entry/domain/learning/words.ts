import type { FactKind } from '#features/people/domain/index.ts';

/**
 * How one language says what is learned about somebody: phrases parted by `|`, by the kind of fact that they make. What tells of health is kept as
 * sensitive. A language is added by adding a file with its own.
 */
export type LearningWords = Readonly<Record<FactKind, string>> & {
  readonly health: string;
  /** What makes a clause speak of us and not of them: "I", "we". */
  readonly us: string;
  /** What makes it a wish, a condition or hearsay: "would", "if". */
  readonly notCertain: string;
};
