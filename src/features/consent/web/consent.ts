import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Consent as ConsentShape, consentApi } from '../api.ts';

export const api = apiOf<typeof consentApi>();

export type Consent = z.output<typeof ConsentShape>;

/** What a customer allows, and what they said about it. */
export function useConsents(customer: string) {
  return useQuery(api.query('get', '/api/customers/{customer}/consents', { params: { customer } }));
}
