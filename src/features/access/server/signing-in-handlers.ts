import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import type { Services } from '#kit/server/services.ts';
import { accessApi } from '../api.ts';
import { deviceOf } from '../domain/index.ts';
import { changePassword, makeReset, resetHours, resetPassword } from './account-password.ts';
import { deleteSessions, findAccountByEmail, listSessions } from './account-store.ts';
import { forgetIdentities, seatsOf } from './identity.ts';
import { writeReset } from './letters.ts';
import { copyCookies, withAddress } from './session.ts';

export const signingInHandlers: readonly Handler[] = [
  handle(accessApi.sessions, async ({ services, identity, now }) => {
    const rows = await services.database.transaction({}, (tx) => listSessions(tx, identity.account.id, now));
    return {
      sessions: rows.map((row) => ({
        id: row.id,
        device: deviceOf(row.agent ?? ''),
        address: row.ip_address === '' ? null : row.ip_address,
        sinceAt: row.created_at.toString(),
        usedAt: row.updated_at.toString(),
        isThis: row.id === identity.session,
      })),
    };
  }),
  handle(accessApi.endSession, async ({ services, identity, params }) => {
    const ended = await services.database.transaction({}, (tx) => deleteSessions(tx, identity.account.id, { id: params.session }));
    if (ended === 0) throw fail('session.not_found');
    forgetIdentities(services);
  }),
  handle(accessApi.endOtherSessions, async ({ services, identity }) => {
    const ended = await services.database.transaction({}, (tx) => deleteSessions(tx, identity.account.id, { but: identity.session }));
    forgetIdentities(services);
    return { ended };
  }),
  handle(accessApi.changePassword, async ({ services, identity, body, request, address, reply }) => {
    const headers = withAddress(request.headers, address);
    copyCookies(await changePassword(services, identity, { headers, address }, body), reply);
  }),
  handle(accessApi.forgetPassword, async ({ services, body, now }) => await sendReset(services, now, body.email)),
  handle(accessApi.resetPassword, async ({ services, body }) => await resetPassword(services, body.token, body.password)),
];

/** Whether there is such an account, whoever asks does not learn; the letter goes out after the answer. */
async function sendReset(services: Services, now: Temporal.Instant, email: string): Promise<void> {
  const { config, database } = services;
  if (!config.mail) throw fail('access.no_mail');
  const account = await database.transaction({}, (tx) => findAccountByEmail(tx, email));
  const [seat] = account ? await seatsOf(services, account.id) : [];
  if (!account || !seat) return;
  const token = await makeReset(services, account);
  const giveUpAt = now.add({ hours: resetHours });
  await database.transaction({ workspace: seat.workspace }, (tx) =>
    writeReset({ tx, now, config }, seat.language, { to: account.email, token, giveUpAt }),
  );
}
