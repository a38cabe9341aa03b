import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { accessApi } from '../api.ts';
import { deviceOf } from '../domain/index.ts';
import { recordSessionsEnded } from './account-events.ts';
import { changePassword, resetPassword } from './account-password.ts';
import { deleteSessions, listSessions } from './account-store.ts';
import { askForReset } from './after-the-answer.ts';
import { forgetIdentities } from './identity.ts';
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
    await recordSessionsEnded(services, identity.account.id, ended);
  }),
  handle(accessApi.endOtherSessions, async ({ services, identity }) => {
    const ended = await services.database.transaction({}, (tx) => deleteSessions(tx, identity.account.id, { but: identity.session }));
    forgetIdentities(services);
    await recordSessionsEnded(services, identity.account.id, ended);
    return { ended };
  }),
  handle(accessApi.changePassword, async ({ services, identity, body, request, address, reply }) => {
    const headers = withAddress(request.headers, address);
    copyCookies(await changePassword(services, identity, { headers, address }, body), reply);
  }),
  handle(accessApi.forgetPassword, async ({ services, body }) => {
    if (!services.config.mail) throw fail('access.no_mail');
    await askForReset(services, body.email);
  }),
  handle(accessApi.resetPassword, async ({ services, body }) => await resetPassword(services, body.token, body.password)),
];
