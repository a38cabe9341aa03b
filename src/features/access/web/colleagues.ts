import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { accessApi, Seat as SeatShape } from '../api.ts';
import type { Invitation as InvitationShape } from '../api/inviting.ts';

export const api = apiOf<typeof accessApi>();

export type Seat = z.output<typeof SeatShape>;
export type Invitation = z.output<typeof InvitationShape>;
/** What is done about the authenticator app. */
export type SecondFactorChange = 'begin' | 'renew' | 'end';
export type Role = Seat['role'];

/** Where somebody goes who is invited, as this browser reaches Tend. */
export function linkOf(token: string): string {
  return new URL(`/join#${token}`, location.origin).href;
}
