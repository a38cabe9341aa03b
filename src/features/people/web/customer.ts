import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Customer as CustomerShape, peopleApi } from '../api.ts';

export const api = apiOf<typeof peopleApi>();

export type Customer = z.output<typeof CustomerShape>;

/** Who a customer is, and was on a past day. */
export function useCustomer(customer: string, asOf: string | undefined) {
  return useQuery(api.query('get', '/api/customers/{customer}', { params: { customer }, query: asOf === undefined ? {} : { asOf } }));
}

/** Takes the answer to a change over. What is known of a customer stands on many pages: those open ask again. */
export function useAdoptCustomer(): (customer: Customer) => Promise<void> {
  const client = useQueryClient();
  return async (customer) => {
    client.setQueryData(api.query('get', '/api/customers/{customer}', { params: { customer: customer.id }, query: {} }).queryKey, customer);
    await client.invalidateQueries();
  };
}
