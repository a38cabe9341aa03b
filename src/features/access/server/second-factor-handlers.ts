import { handle, type Handler } from '#kit/server/http/index.ts';
import { accessApi } from '../api.ts';
import { recordWayInChange } from './account-events.ts';
import { forgetIdentities } from './identity.ts';
import { requireSecondFactor, wouldBeLetIn } from './second-factor-rule.ts';
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, readSecondFactor, renewRecoveryCodes } from './second-factor.ts';
import { askingOf, copyCookies } from './session.ts';

export const secondFactorHandlers: readonly Handler[] = [
  handle(accessApi.secondFactor, async ({ services, identity }) => await readSecondFactor(services, identity)),
  handle(accessApi.beginSecondFactor, async ({ services, identity, body, ...visit }) => {
    const { uri, codes } = await beginSecondFactor(services, identity, askingOf(visit), body.password);
    return { uri, codes: [...codes] };
  }),
  handle(accessApi.confirmSecondFactor, async ({ services, identity, body, reply, ...visit }) => {
    copyCookies(await confirmSecondFactor(services, identity, askingOf(visit), body.code), reply);
    await recordWayInChange(services, identity.account.id, 'second_factor_on');
  }),
  handle(accessApi.renewRecoveryCodes, async ({ services, identity, body, ...visit }) => {
    const codes = await renewRecoveryCodes(services, identity, askingOf(visit), body.password);
    await recordWayInChange(services, identity.account.id, 'recovery_codes_made');
    return { codes: [...codes] };
  }),
  handle(accessApi.endSecondFactor, async ({ services, identity, body, reply, ...visit }) => {
    copyCookies(await endSecondFactor(services, identity, askingOf(visit), body.password), reply);
    await recordWayInChange(services, identity.account.id, 'second_factor_off');
  }),
  handle(accessApi.requireSecondFactor, async ({ tx, now, who, identity, body: { isRequired }, services }) => {
    const hasOne = await wouldBeLetIn(tx, identity);
    await requireSecondFactor(tx, now, who.colleague, { isRequired, hasOne });
    tx.afterCommit(() => forgetIdentities(services));
  }),
];
