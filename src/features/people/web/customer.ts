import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import type { Customer as CustomerShape, peopleApi } from '../api.ts';

export const api = apiOf<typeof peopleApi>();

export type Customer = z.output<typeof CustomerShape>;

/** Who a customer is. */
export function useCustomer(customer: string) {
  return useQuery(api.query('get', '/api/customers/{customer}', { params: { customer } }));
}

/** Takes the answer to a change over. What is known of a customer stands on many pages: those open ask again. */
export function useAdoptCustomer(): (customer: Customer) => Promise<void> {
  const client = useQueryClient();
  return async (customer) => {
    client.setQueryData(api.query('get', '/api/customers/{customer}', { params: { customer: customer.id } }).queryKey, customer);
    await client.invalidateQueries();
  };
}
