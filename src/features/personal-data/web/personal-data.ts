import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { ErasureOutlook, personalDataApi, Retention as RetentionShape, RetentionOutlook as RetentionOutlookShape } from '../api.ts';

export const api = apiOf<typeof personalDataApi>();

export type Outlook = z.output<typeof ErasureOutlook>;
export type Retention = z.output<typeof RetentionShape>;
export type RetentionOutlook = z.output<typeof RetentionOutlookShape>;
