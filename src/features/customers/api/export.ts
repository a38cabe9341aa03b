import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

export const exportApi = {
  download: route({
    method: 'get',
    path: '/api/customers.csv',
    summary: 'A list of customers as a file that spreadsheets read, with the columns that are shown',
    caller: 'exportCustomers',
    query: z.object({
      sort: z.string().max(60).default('name'),
      stage: z.string().max(200).optional(),
      risk: z.string().max(200).optional(),
      owner: z.uuid().optional(),
      name: z.string().max(100).optional(),
      where: z.string().max(4000).optional(),
      /** Parted by commas; all where it is left out. */
      columns: z.string().max(4000).optional(),
    }),
    raw: 'download',
  }),
};
