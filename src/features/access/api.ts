import { z } from 'zod';
import { Password } from '#kit/contract/password.ts';
import { route } from '#kit/contract/route.ts';
import { languages } from '#kit/domain/languages.ts';
import { NewWorkspace } from '#features/workspace/api.ts';
import { invitingRoutes } from './api/inviting.ts';
import { keyRoutes } from './api/keys.ts';
import { signingInRoutes } from './api/signing-in.ts';
import { returned, shownPasskey, waysInRoutes } from './api/ways-in.ts';
import { factorStandings, rights, roles, type Right } from './domain/index.ts';

declare module '#kit/contract/route.ts' {
  interface Rights extends Record<Right, true> {}
}

export const Preferences = z.object({
  language: z.enum(languages),
  calendar: z.enum(['gregorian', 'persian']),
  digits: z.enum(['latin', 'persian']),
  /** In which of their two scripts the names of Serbs are shown. */
  serbianNames: z.enum(['as_written', 'latin', 'cyrillic']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  minutesADay: z.number().int().min(5).max(960),
});

export const Colleague = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
});

export const Session = z.object({
  /** No workspace has been made in this installation yet. */
  firstVisit: z.boolean(),
  account: z.object({ name: z.string(), email: z.string() }).nullable(),
  /** With the rights that they have with every customer. */
  colleague: Colleague.extend({ rights: z.array(z.enum(rights)) }).nullable(),
  preferences: Preferences.nullable(),
  workspace: z
    .object({
      id: z.uuid(),
      name: z.string(),
      language: z.enum(languages),
      currency: z.string(),
      timeZone: z.string(),
      /** Today in the workspace's time zone. */ today: z.iso.date(),
      /** On which days the business works; 1 is Monday. */ workdays: z.array(z.number().int()),
    })
    .nullable(),
  /** The password was right; a code of the authenticator app is still to come. */
  needsSecondFactor: z.boolean(),
  /** Signed in, and let in no further than to set a second factor up, or to sign in with the one there is: a business asks for it. */
  lacksFactor: z.object({ factor: z.enum(['set_up', 'show']), askedBy: z.string() }).nullable(),
  /** Whether somebody who forgot their password can get a link by e-mail. */
  resetsByMail: z.boolean(),
  /** Asked with an API key that may only read. */
  readsOnly: z.boolean(),
  /** Where the account has a place. */
  workspaces: z.array(z.object({ id: z.uuid(), name: z.string() })),
});

/** A colleague as those see them who manage colleagues. */
export const Seat = Colleague.extend({
  state: z.enum(['here', 'without_account', 'left']),
  lastSeenAt: z.iso.datetime().nullable(),
  /** Null for whoever does not sign in. */
  secondFactor: z.enum(factorStandings).nullable(),
  /** The roles that the asking colleague may give them; none where they may not be changed. */
  roles: z.array(z.enum(roles)),
});

export const accessApi = {
  session: route({
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, where, and how they like to read',
    caller: 'anyone',
    answer: Session,
  }),
  welcome: route({
    method: 'post',
    path: '/api/workspaces',
    summary: 'Create the first workspace with its owner, and sign in',
    caller: 'anyone',
    body: NewWorkspace,
    answer: Session,
  }),
  signIn: route({
    method: 'post',
    path: '/api/session',
    summary: 'Sign in',
    caller: 'anyone',
    body: z.object({ email: z.email().max(254).toLowerCase(), password: Password }),
    answer: Session,
  }),
  signOut: route({ method: 'delete', path: '/api/session', summary: 'Sign out', caller: 'account', withoutSecondFactor: 'always' }),
  proveSecondFactor: route({
    method: 'post',
    path: '/api/session/second-factor',
    summary: 'The second step of signing in: a code of the app, or a recovery code',
    caller: 'anyone',
    body: z.object({ code: z.string().min(1).max(40) }),
    answer: Session,
  }),
  switchWorkspace: route({
    method: 'put',
    path: '/api/session/workspace',
    summary: 'Switch to another workspace of mine',
    caller: 'account',
    body: z.object({ workspaceId: z.uuid() }),
    answer: Session,
  }),
  signInWithPasskey: route({
    method: 'post',
    path: '/api/session/passkey',
    summary: 'Sign in with a passkey that the device has shown',
    caller: 'anyone',
    body: shownPasskey,
    answer: Session,
  }),
  returnFromProvider: route({
    method: 'post',
    path: '/api/session/provider/returned',
    summary: 'Sign in with what the provider sent back; whoever is already signed in connects their account to the provider',
    caller: 'anyone',
    body: returned,
    answer: Session,
  }),
  ...signingInRoutes,
  ...waysInRoutes,
  ...invitingRoutes,
  ...keyRoutes,
  acceptInvitation: route({
    method: 'post',
    path: '/api/invitations/accepted',
    summary: 'Take the place that a link invites to: with the account that is signed in, or with one made for it',
    caller: 'anyone',
    body: z.object({
      token: z.string().max(120),
      account: z
        .object({
          name: z.string().trim().min(1).max(120),
          email: z.email().max(254).toLowerCase(),
          password: Password,
        })
        .optional(),
    }),
    answer: Session,
  }),
  seats: route({
    method: 'get',
    path: '/api/colleagues/seats',
    summary: 'Everybody who has a place in the workspace or had one: their role, and when they were last here',
    caller: 'manageColleagues',
    answer: z.object({
      seats: z.array(Seat),
      /** Of everyone who signs in with a password. */
      requiresSecondFactor: z.boolean(),
    }),
  }),
  requireSecondFactor: route({
    method: 'put',
    path: '/api/workspace/second-factor',
    summary: 'Require a second factor of everyone who signs in with a password, or leave it to them; whoever requires it has shown one',
    caller: 'requireSecondFactor',
    body: z.object({ isRequired: z.boolean() }),
  }),
  changeRole: route({
    method: 'put',
    path: '/api/colleagues/{colleague}/role',
    summary: 'Change a colleague’s role',
    caller: 'manageColleagues',
    params: z.object({ colleague: z.uuid() }),
    body: z.object({ role: z.enum(roles) }),
  }),
  colleagues: route({
    method: 'get',
    path: '/api/colleagues',
    summary: 'The colleagues of the workspace, without those who have left',
    caller: 'seeCustomers',
    answer: z.object({ colleagues: z.array(Colleague) }),
  }),
  changeMe: route({
    method: 'patch',
    path: '/api/me',
    summary: 'Change my preferences',
    caller: 'keepPreferences',
    body: Preferences.partial(),
    answer: Preferences,
  }),
};
