import { handle, type Handler } from '#kit/server/http/index.ts';
import { accessApi } from '../api.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  readSecondFactor,
  renewRecoveryCodes,
  type Asking,
} from './second-factor.ts';
import { copyCookies, withAddress } from './session.ts';

export const secondFactorHandlers: readonly Handler[] = [
  handle(accessApi.secondFactor, async ({ services, identity }) => await readSecondFactor(services, identity)),
  handle(accessApi.beginSecondFactor, async ({ services, identity, body, ...visit }) => {
    const { uri, codes } = await beginSecondFactor(services, identity, askingOf(visit), body.password);
    return { uri, codes: [...codes] };
  }),
  handle(accessApi.confirmSecondFactor, async ({ services, body, reply, ...visit }) => {
    copyCookies(await confirmSecondFactor(services, askingOf(visit), body.code), reply);
  }),
  handle(accessApi.renewRecoveryCodes, async ({ services, identity, body, ...visit }) => ({
    codes: [...(await renewRecoveryCodes(services, identity, askingOf(visit), body.password))],
  })),
  handle(accessApi.endSecondFactor, async ({ services, identity, body, reply, ...visit }) => {
    copyCookies(await endSecondFactor(services, identity, askingOf(visit), body.password), reply);
  }),
];

function askingOf({ request, address }: { readonly request: Request; readonly address: string }): Asking {
  return { headers: withAddress(request.headers, address), address };
}
