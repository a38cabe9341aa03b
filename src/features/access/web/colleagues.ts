import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { accessApi, Seat as SeatShape } from '../api.ts';
import type { Invitation as InvitationShape } from '../api/inviting.ts';
import type { Passkey as PasskeyShape, waysInRoutes } from '../api/ways-in.ts';
import type { ApiKey as ApiKeyShape } from '../api/keys.ts';

export const api = apiOf<typeof accessApi>();

export type Seat = z.output<typeof SeatShape>;
export type Invitation = z.output<typeof InvitationShape>;
export type Passkey = z.output<typeof PasskeyShape>;
/** In which ways somebody's account is entered. */
export type WaysIn = z.output<typeof waysInRoutes.myWaysIn.answer>;
/** What is done about the authenticator app. */
export type SecondFactorChange = 'begin' | 'renew' | 'end';
export type Role = Seat['role'];
export type ApiKey = z.output<typeof ApiKeyShape>;
export type Right = ApiKey['rights'][number];

/** Where somebody goes who is invited, as this browser reaches Tend. */
export function linkOf(token: string): string {
  return new URL(`/join#${token}`, location.origin).href;
}
