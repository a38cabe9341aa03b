import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ContactRole } from '../../api.ts';
import { api } from '../customer.ts';

export type Role = z.output<typeof ContactRole>;

/** Whose role: one that is there, or a new one at an organization or of a person. */
export type RoleInHand = { readonly role: Role } | { readonly organization: string } | { readonly person: string };

/** Who works at an organization or where a person works, and which organizations belong to it. */
export function useRoles(customer: string, asOf: string | undefined) {
  return useQuery(api.query('get', '/api/customers/{customer}/roles', { params: { customer }, query: asOf === undefined ? {} : { asOf } }));
}

export function useRoleChanges() {
  const client = useQueryClient();
  return {
    add: async (body: NewRole) => {
      const role = await api.call('post', '/api/contact-roles', { body });
      await client.invalidateQueries();
      return role;
    },
    change: async (role: string, body: RoleTold) => {
      await api.call('patch', '/api/contact-roles/{role}', { params: { role }, body });
      await client.invalidateQueries();
    },
    remove: async (role: string) => {
      await api.call('delete', '/api/contact-roles/{role}', { params: { role } });
      await client.invalidateQueries();
    },
  };
}

export type RoleTold = { readonly role: string | null; readonly sinceOn: string | null; readonly untilOn: string | null };
type NewPerson = Readonly<Record<'given' | 'family' | 'email' | 'phone', string | null>>;
export type NewRole = RoleTold & { readonly organizationId: string; readonly personId?: string; readonly newPerson?: NewPerson };
