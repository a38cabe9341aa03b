import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { rights } from '../domain/index.ts';

const right = z.enum(rights);
const moment = z.iso.datetime();

/** A key with which a program acts for a colleague. The key itself is shown when it is made and never again. */
export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Its last four letters, to tell it from others. */
  ending: z.string(),
  colleague: z.object({ id: z.uuid(), name: z.string() }),
  isMine: z.boolean(),
  /** What it was given; it may so much of it as its colleague may. */
  rights: z.array(right),
  isReadOnly: z.boolean(),
  state: z.enum(['open', 'expired', 'revoked']),
  madeAt: moment,
  expiresAt: moment.nullable(),
  /** To ten minutes. */
  usedAt: moment.nullable(),
  /** The address, or of an IPv6 address the network. */
  usedFrom: z.string().nullable(),
  revokedAt: moment.nullable(),
});

export const keyRoutes = {
  keys: route({
    method: 'get',
    path: '/api/keys',
    summary: 'My API keys, the latest first; for whoever manages colleagues, those of everybody',
    caller: 'makeKeys',
    answer: z.object({
      keys: z.array(ApiKey),
      /** What I may give a key. */
      givable: z.array(right),
    }),
  }),
  makeKey: route({
    method: 'post',
    path: '/api/keys',
    summary: 'Create an API key; it is shown here and nowhere else',
    caller: 'makeKeys',
    answersSecret: true,
    body: z.object({
      name: z.string().trim().min(1).max(80),
      rights: z.array(right).max(rights.length),
      /** It changes nothing, whatever its rights. */
      isReadOnly: z.boolean(),
      /** For how many days; `null`: until it is revoked. */
      days: z.number().int().min(1).max(1830).nullable(),
    }),
    answer: z.object({ id: z.uuid(), key: z.string(), expiresAt: moment.nullable() }),
  }),
  revokeKey: route({
    method: 'delete',
    path: '/api/keys/{key}',
    summary: 'Revoke an API key: one’s own, or anybody’s for whoever may manage colleagues. It no longer works',
    caller: 'makeKeys',
    params: z.object({ key: z.uuid() }),
  }),
};
