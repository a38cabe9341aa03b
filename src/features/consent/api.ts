import { z } from 'zod';
import { route } from '#kit/contract/route.ts';
import { consentChannels, consentPurposes, consentSources } from './domain/index.ts';

const customer = z.object({ customer: z.uuid() });

/** One word of a customer: yes or no, to a purpose by a way. */
export const Consent = z.object({
  id: z.uuid(),
  purpose: z.enum(consentPurposes),
  channel: z.enum(consentChannels),
  isGiven: z.boolean(),
  source: z.enum(consentSources),
  evidence: z.string().nullable(),
  saidAt: z.iso.datetime(),
  notedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  notedAt: z.iso.datetime(),
});

export const consentApi = {
  read: route({
    method: 'get',
    path: '/api/customers/{customer}/consents',
    summary: 'What a customer allows us to write or call for, and by which way; with everything they ever said about it, the latest first',
    caller: 'seeCustomers',
    params: customer,
    answer: z.object({
      /** What counts now; where nothing stands nobody was asked, and nothing is allowed. */
      standing: z.array(Consent),
      words: z.array(Consent),
      /** What they said no to, in the reader's words: for whoever is about to call or write. */
      warning: z.string().nullable(),
    }),
  }),
  note: route({
    method: 'post',
    path: '/api/customers/{customer}/consents',
    summary: 'Write down what a customer allows, or takes back',
    caller: 'workWithCustomers',
    params: customer,
    body: z.object({
      purpose: z.enum(consentPurposes),
      channel: z.enum(consentChannels),
      isGiven: z.boolean(),
      source: z.enum(consentSources),
      evidence: z.string().max(500).optional(),
      /** Now, unless they said it before. */
      saidAt: z.iso.datetime().optional(),
    }),
    answer: Consent,
  }),
};
