import { createHmac } from 'node:crypto';
import { listWorkspaces } from '#features/workspace/server/index.ts';
import { deriveSecret } from '#kit/server/config.ts';
import { enqueueJob, type Job } from '#kit/server/jobs.ts';
import { countLetters } from '#kit/server/mail/index.ts';
import type { Services } from '#kit/server/services.ts';
import { makeReset, resetHours } from './account-password.ts';
import { recordFailedSignIn } from './account-events.ts';
import { findAccountByEmail } from './account-store.ts';
import { seatsOf } from './identity.ts';
import { writeReset } from './letters.ts';

/** What is done for an address that has an account is done after the answer, and asked for alike for every address: how long an answer takes tells nobody which have one. */
const jobs = { reset: 'access.write_reset', failure: 'access.note_failed_sign_in' } as const;

/** So many letters with a link to choose a password go to one account within an hour, whoever asks for them. */
const mostResets = 3;

type ResetInput = { readonly email: string };
type FailureInput = { readonly email: string; readonly address: string; readonly at: string };

/** Has a letter written to whoever has this address, if anybody has. What is asked for several times in a row is one letter. */
export async function askForReset(services: Services, email: string): Promise<void> {
  const key = createHmac('sha256', deriveSecret(services.config, 'reset letters')).update(email.toLowerCase()).digest('hex');
  await enqueue(services, jobs.reset, { email } satisfies ResetInput, { key: `reset ${key}`, queue: 'reset letters' });
}

/** Has a wrong password for this address written down where there is such an account. Addresses that nobody has leave nothing. */
export async function noteWrongPassword(services: Services, email: string, address: string): Promise<void> {
  await enqueue(services, jobs.failure, { email, address, at: services.clock().toString() } satisfies FailureInput, {});
}

// A job belongs to a workspace. What nobody knows the workspace of yet goes with the first.
async function enqueue({ database }: Services, name: string, input: unknown, how: { key?: string; queue?: string }): Promise<void> {
  const [first] = await database.transaction({}, listWorkspaces);
  if (first) await database.transaction({ workspace: first.id }, (tx) => enqueueJob(tx, name, input, how));
}

export const afterTheAnswerJobs: readonly Job[] = [
  { name: jobs.reset, run: async ({ services, input }) => await sendReset(services, (input as ResetInput).email) },
  {
    name: jobs.failure,
    run: async ({ services, input }) => {
      const { email, address, at } = input as FailureInput;
      const account = await services.database.transaction({}, (tx) => findAccountByEmail(tx, email));
      if (account) await recordFailedSignIn(services, account.id, { by: 'password', address }, Temporal.Instant.from(at));
    },
  },
];

async function sendReset(services: Services, email: string): Promise<void> {
  const { config, database, clock } = services;
  const account = await database.transaction({}, (tx) => findAccountByEmail(tx, email));
  const [seat] = account ? await seatsOf(services, account.id) : [];
  if (!account || !seat) return;
  const now = clock();
  const lately = { purpose: 'reset', to: account.email, since: now.subtract({ hours: 1 }) };
  const { workspace, language } = seat;
  if ((await database.transaction({ workspace }, (tx) => countLetters(tx, lately))) >= mostResets) return;
  const token = await makeReset(services, account);
  const giveUpAt = now.add({ hours: resetHours });
  await database.transaction({ workspace }, (tx) => writeReset({ tx, now, config }, language, { to: account.email, token, giveUpAt }));
}
