import { z } from 'zod';
import { route } from '#kit/contract/route.ts';

/** Stretches of a text, each by the places of its first letter and of the letter after its last, in UTF-16 units. */
const spots = z.array(z.tuple([z.number().int(), z.number().int()]));

export const Found = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'organization']),
  name: z.string(),
  latinName: z.string().nullable(),
  /** A person known only for a role at organizations, who is no customer. */
  contactOnly: z.boolean(),
  isKey: z.boolean(),
  owner: z.object({ id: z.uuid(), name: z.string() }),
  /** Where in the name the letters stand that were typed. */
  spots,
  /** By what they were found, where the name does not show it: the kind, the text as it stands with the customer, and the stretches that fit. */
  why: z
    .object({
      by: z.enum([
        'latin_name',
        'nickname',
        'other_names',
        'legal_name',
        'number',
        'organization',
        'former_organization',
        'email',
        'phone',
        'tag',
        'note',
        'similar',
      ]),
      text: z.string(),
      spots,
    })
    .nullable(),
});

export const findApi = {
  find: route({
    method: 'get',
    path: '/api/find',
    summary:
      'Whom somebody may mean while typing: by name, organization, e-mail, telephone number, tag or note, in any script; the best first',
    caller: 'seeCustomers',
    query: z.object({
      text: z.string().max(200),
      kind: z.enum(['person', 'organization']).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    answer: z.object({ found: z.array(Found) }),
  }),
};
