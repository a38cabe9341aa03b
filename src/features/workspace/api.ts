import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { languages } from '#kit/domain/languages.ts';

const language = z.enum(languages);
const currency = z.string().regex(/^[A-Z]{3}$/);
const timeZone = z.string().min(1).max(64);

export const Workspace = z.object({
  id: z.uuid(),
  name: z.string(),
  language,
  currency,
  timeZone,
  /** Shares from 0 to 1. */
  grossMargin: z.number(),
  discountRate: z.number(),
  followUpFromDays: z.number().int(),
  followUpUntilDays: z.number().int(),
  keyContactDays: z.number().int(),
  /** The day whose end the figures of the customers were last brought up to; null before the first time. */
  refreshedOn: z.iso.date().nullable(),
});

export const NewWorkspace = z.object({
  name: z.string().trim().min(1).max(120),
  language,
  currency,
  timeZone,
  owner: z.object({
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254).toLowerCase(),
    password: z.string().min(10).max(128),
  }),
});

export const WorkspaceChange = z
  .object({
    name: z.string().trim().min(1).max(120),
    language,
    timeZone,
    grossMargin: z.number().gt(0).max(1),
    discountRate: z.number().min(0).max(1),
    followUpFromDays: z.number().int().min(0).max(365),
    followUpUntilDays: z.number().int().min(0).max(365),
    keyContactDays: z.number().int().min(1).max(365),
  })
  .partial();

export const workspaceApi = {
  read: route({ method: 'get', path: '/api/workspace', summary: 'The workspace and its settings', caller: 'seeCustomers', answer: Workspace }),
  change: route({
    method: 'patch',
    path: '/api/workspace',
    summary: 'Change settings of the workspace',
    caller: 'changeSettings',
    body: WorkspaceChange,
    answer: Workspace,
  }),
  live: route({
    method: 'get',
    path: '/api/live',
    summary:
      'What happens in the workspace, as it happens: server-sent events `news` (kind, customer, colleague), and `missed` when there may have been more',
    caller: 'seeCustomers',
    raw: 'download',
  }),
};
