import type { Spot } from './spots.tsx';

/** One of several to choose from. */
export type Choice<Id extends string = string> = {
  readonly id: Id;
  readonly text: string;
  /** A second line, or the same in its own script. */
  readonly note?: string;
  /** Which letters of both were looked for. */
  readonly spots?: readonly Spot[];
  readonly noteSpots?: readonly Spot[];
};
