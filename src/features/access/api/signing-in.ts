import { z } from 'zod';
import { Password } from '#kit/contract/password.ts';
import { route } from '#kit/contract/route.ts';

/** A browser in which the account is signed in. */
export const OpenSession = z.object({
  id: z.string(),
  /** As people call it: `Firefox, Windows`; empty where it does not say. */
  device: z.string(),
  address: z.string().nullable(),
  sinceAt: z.iso.datetime(),
  /** To the day. */
  usedAt: z.iso.datetime(),
  isThis: z.boolean(),
});

const codes = z.object({ codes: z.array(z.string()) });

export const signingInRoutes = {
  secondFactor: route({
    method: 'get',
    path: '/api/me/second-factor',
    summary: 'Whether signing in to my account asks for a code of an authenticator app',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    answer: z.object({ isOn: z.boolean() }),
  }),
  beginSecondFactor: route({
    method: 'post',
    path: '/api/me/second-factor',
    summary: 'Begin to set up a second factor: the key for the app, and recovery codes; neither is shown again',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    body: z.object({ password: Password }),
    answer: codes.extend({ uri: z.string() }),
  }),
  confirmSecondFactor: route({
    method: 'put',
    path: '/api/me/second-factor',
    summary: 'Turn the second factor on, with a code that the app shows',
    caller: 'account',
    withoutSecondFactor: 'set_up',
    body: z.object({ code: z.string().min(1).max(40) }),
  }),
  renewRecoveryCodes: route({
    method: 'post',
    path: '/api/me/second-factor/codes',
    summary: 'Make new recovery codes; the earlier ones stop working',
    caller: 'account',
    body: z.object({ password: Password }),
    answer: codes,
  }),
  endSecondFactor: route({
    method: 'post',
    path: '/api/me/second-factor/off',
    summary: 'Turn the second factor off: signing in no longer asks for codes',
    caller: 'account',
    body: z.object({ password: Password }),
  }),
  sessions: route({
    method: 'get',
    path: '/api/me/sessions',
    summary: 'Where I am signed in',
    caller: 'account',
    answer: z.object({ sessions: z.array(OpenSession) }),
  }),
  endSession: route({
    method: 'delete',
    path: '/api/me/sessions/{session}',
    summary: 'Sign out one of my browsers',
    caller: 'account',
    params: z.object({ session: z.string().max(64) }),
  }),
  endOtherSessions: route({
    method: 'delete',
    path: '/api/me/sessions',
    summary: 'Sign out all my browsers but this one',
    caller: 'account',
    answer: z.object({ ended: z.number().int() }),
  }),
  changePassword: route({
    method: 'put',
    path: '/api/me/password',
    summary: 'Choose another password; all other sessions end',
    caller: 'account',
    body: z.object({ present: Password, wanted: Password }),
  }),
  forgetPassword: route({
    method: 'post',
    path: '/api/passwords/forgotten',
    summary: 'Send a link to choose a new password, if the address has an account; says nothing of whether it has',
    caller: 'anyone',
    body: z.object({ email: z.email().max(254).toLowerCase() }),
  }),
  resetPassword: route({
    method: 'post',
    path: '/api/passwords/reset',
    summary: 'Choose a new password with the token from a link; all sessions of the account end',
    caller: 'anyone',
    body: z.object({ token: z.string().min(1).max(200), password: Password }),
  }),
};
