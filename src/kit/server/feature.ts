import type { Command } from './cli/command.ts';
import type { DigestSection } from './digest.ts';
import type { Duty } from './duties.ts';
import type { Handler } from './http/index.ts';
import type { Job } from './jobs.ts';
import type { MergePart } from './merge.ts';
import type { SummaryPart } from './summary.ts';

/** What a feature brings to the composition: the value that its `server` door exports. */
export type Feature = {
  readonly name: string;
  readonly handlers?: readonly Handler[];
  readonly jobs?: readonly Job[];
  readonly duties?: readonly Duty[];
  readonly commands?: readonly Command[];
  readonly summary?: SummaryPart;
  readonly merge?: MergePart;
  readonly digest?: readonly DigestSection[];
};
