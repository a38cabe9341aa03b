import type { Finder } from '#kit/web/commands.ts';
import { CustomersIcon } from '#kit/web/icons.tsx';
import { api } from './customers.ts';

/** Finds customers by name or number, in any script, from anywhere. */
export const findCustomers: Finder = async (text, { signal, say, go }) => {
  const query = { name: text.slice(0, 100), limit: 8 };
  const { customers } = await api.query('get', '/api/customers', { query }).queryFn({ signal });
  return customers.map(({ id, name, stage }) => ({
    id: `customer ${id}`,
    label: name,
    note: say(`customers.stage.${stage}`),
    group: 'found',
    icon: CustomersIcon,
    run: () => go(`/customers/${id}`),
  }));
};
