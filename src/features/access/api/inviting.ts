import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { invitationStates, roles } from '../domain/index.ts';

const role = z.enum(roles);
const email = z.email().max(254).toLowerCase();
const name = z.string().trim().min(1).max(120);
/** What stands behind the `#` of the link. */
const token = z.string().max(120);

/** An invitation that nobody has accepted and nobody has taken back. */
export const Invitation = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  invitedBy: z.string(),
  expiresAt: z.iso.datetime(),
  state: z.enum(invitationStates),
});

export const invitingRoutes = {
  invitations: route({
    method: 'get',
    path: '/api/invitations',
    summary: 'The invitations that are open, the latest first',
    caller: 'manageColleagues',
    answer: z.object({ invitations: z.array(Invitation) }),
  }),
  invite: route({
    method: 'post',
    path: '/api/invitations',
    summary: 'Invite somebody; the link is shown here and nowhere else. Inviting the same person again makes a new link',
    caller: 'manageColleagues',
    answersSecret: true,
    body: z.object({
      name,
      email,
      role,
      /** Whose place it is, of the colleagues who stand here without an account. */
      colleagueId: z.uuid().optional(),
    }),
    answer: z.object({
      id: z.uuid(),
      token: z.string(),
      expiresAt: z.iso.datetime(),
      /** The link goes to them by e-mail, too. */
      isMailed: z.boolean(),
    }),
  }),
  revokeInvitation: route({
    method: 'delete',
    path: '/api/invitations/{invitation}',
    summary: 'Take an invitation back: its link no longer works',
    caller: 'manageColleagues',
    params: z.object({ invitation: z.uuid() }),
  }),
  openInvitation: route({
    method: 'post',
    path: '/api/invitations/opened',
    summary: 'What the holder of a link is invited to',
    caller: 'anyone',
    body: z.object({ token }),
    answer: z.object({ workspace: z.string(), invitedBy: z.string(), name: z.string(), email: z.string(), role }),
  }),
};
