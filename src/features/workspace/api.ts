import { z } from 'zod';
import { Password } from '#kit/contract/password.ts';
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
  /** How much of a talk should be the customer’s, 1 to 100. */
  listeningPercent: z.number().int(),
  /** Of everyone who signs in with a password; only `PUT /api/workspace/second-factor` changes it. */
  requiresSecondFactor: z.boolean(),
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
    password: Password,
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
    listeningPercent: z.number().int().min(1).max(100),
  })
  .partial();

const moment = z.iso.datetime();

/** How the installation is, as far as it concerns one workspace. */
export const Status = z.object({
  /** Of Tend. */
  version: z.string(),
  database: z.object({
    version: z.string(),
    sizeBytes: z.number(),
    /** The name of the last migration that ran. */
    schema: z.string(),
  }),
  /** Where the data folder lies; null where the system does not tell. */
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  /** Of the whole installation. */
  backups: z.object({
    isScheduled: z.boolean(),
    /** Of the day, on the clocks of the machine. */
    hour: z.number().int(),
    lastGood: z
      .object({
        at: moment,
        file: z.string(),
        sizeBytes: z.number(),
        isEncrypted: z.boolean(),
        /** When it was read back as a whole, and was what had been written. */
        verifiedAt: moment.nullable(),
        /** Attached files that were not there when it was made, and are not in it. */
        missingFiles: z.number().int(),
      })
      .nullable(),
    /** What went wrong since. */
    lastFailed: z.object({ at: moment, why: z.enum(['disk_full', 'unwritable', 'reads_otherwise', 'other']) }).nullable(),
  }),
  /** What comes round by itself, for all workspaces of the installation. */
  duties: z.array(
    z.object({
      name: z.string(),
      beganAt: moment,
      /** When the last run began that went well. */
      goodAt: moment.nullable(),
      failedAt: moment.nullable(),
      failure: z.string().nullable(),
      /** Rounds that fell out while no server ran, and were made up for. */
      caughtUp: z.number().int(),
      missedFrom: moment.nullable(),
      missedUntil: moment.nullable(),
    }),
  ),
  jobs: z.array(z.object({ name: z.string(), waiting: z.number().int(), retrying: z.number().int(), givenUp: z.number().int() })),
  mail: z.object({
    isSetUp: z.boolean(),
    waiting: z.number().int(),
    lastSentAt: moment.nullable(),
    /** Of the last two weeks, the latest first. */
    givenUp: z.array(
      z.object({
        id: z.uuid(),
        purpose: z.string(),
        to: z.string(),
        at: moment,
        attempts: z.number().int(),
        failure: z.enum([
          'unreachable',
          'login_refused',
          'refused',
          'deferred',
          'not_set_up',
          'too_late',
          'outcome_unknown',
          'missed',
          'restored',
        ]),
        /** What the mail server said. */
        answer: z.string().nullable(),
      }),
    ),
  }),
});

const read = route({
  method: 'get',
  path: '/api/workspace',
  summary: 'The workspace and its settings',
  caller: 'seeCustomers',
  answer: Workspace,
  versionWithout: ['refreshedOn'],
});

export const workspaceApi = {
  read,
  change: route({
    method: 'patch',
    path: '/api/workspace',
    summary: 'Change settings of the workspace',
    caller: 'changeSettings',
    changes: read,
    body: WorkspaceChange,
    answer: Workspace,
  }),
  status: route({
    method: 'get',
    path: '/api/status',
    summary: 'The status of the installation: duties, jobs, e-mail, database',
    caller: 'changeSettings',
    answer: Status,
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
