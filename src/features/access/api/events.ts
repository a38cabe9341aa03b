import { z } from 'zod';
import type { EventCatalogue } from '#kit/contract/events.ts';
import { proofs, roles, wayInChanges } from '../domain/index.ts';

const role = z.enum(roles);

export const accessEvents = {
  'access.signed_in': { says: 'A colleague signed in', subject: 'colleague', detail: z.object({ by: z.enum(proofs) }) },
  'access.sign_in_failed': {
    says: 'Somebody tried to sign in as a colleague and was refused: by a wrong password or code, a passkey, or the provider of single sign-on',
    subject: 'colleague',
    detail: z.object({ by: z.enum(proofs) }),
  },
  'access.signed_out': { says: 'A colleague signed out', subject: 'colleague' },
  'access.session_ended': {
    says: 'Sessions of a colleague were ended, by themselves from another browser or at the terminal',
    subject: 'colleague',
    detail: z.object({ sessions: z.number().int() }),
  },
  'access.way_in_changed': {
    says: 'How a colleague signs in was changed: password, second factor, passkeys or single sign-on',
    subject: 'colleague',
    detail: z.object({ what: z.enum(wayInChanges) }),
  },
  'access.second_factor_required': { says: 'A second factor is required of everyone who signs in with a password' },
  'access.second_factor_left_free': { says: 'A second factor is left to each colleague again' },
  'access.preferences_changed': { says: 'A colleague chose another language, calendar or appearance' },
  'access.colleague_invited': { says: 'Somebody was invited to be a colleague', subject: 'invitation', detail: z.object({ role }) },
  'access.invitation_revoked': { says: 'An invitation was taken back', subject: 'invitation' },
  'access.colleague_joined': { says: 'Somebody accepted an invitation', subject: 'invitation', detail: z.object({ role }) },
  'access.role_changed': { says: 'A colleague got another role', subject: 'colleague', detail: z.object({ from: role, to: role }) },
  'access.colleague_suspended': { says: 'A colleague left', subject: 'colleague' },
  'access.colleague_let_back': { says: 'A colleague who had left is back', subject: 'colleague' },
  'access.key_made': {
    says: 'A colleague made an API key',
    subject: 'API key',
    detail: z.object({ name: z.string(), rights: z.array(z.string()), isReadOnly: z.boolean(), expiresAt: z.iso.datetime().nullable() }),
  },
  'access.key_revoked': { says: 'An API key was revoked', subject: 'API key' },
} as const satisfies EventCatalogue;

declare module '#kit/contract/events.ts' {
  interface EventKinds extends Record<keyof typeof accessEvents, true> {}
}
