import { access } from '#features/access/server/index.ts';
import { workspace } from '#features/workspace/server/index.ts';
import type { Feature } from '#kit/server/feature.ts';

/** Every feature, from the lowest floor to the highest: summaries are filled in this order. */
export const features: readonly Feature[] = [workspace, access];
