import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf } from '#kit/contract/example.ts';
import { route } from '#kit/contract/route.ts';
import { curlOf, lookFor, operationsOf, type Described } from './description.ts';
import { shapeOf } from './shape.ts';

test('a schema is written as programmers write types', () => {
  const schema = z.object({
    name: z.string().min(1).max(80),
    rights: z.array(z.enum(['see', 'work'])),
    days: z.number().int().min(1).max(1830).nullable(),
    at: z.iso.datetime().optional(),
    kind: z.literal('call'),
    place: z.object({ city: z.string() }),
  });
  expect(shapeOf(jsonSchemaOf(schema, 'input'))).toBe(
    [
      '{',
      '  name: string  // 1…80 characters',
      '  rights: ("see" | "work")[]',
      '  days: integer | null  // 1…1830',
      '  at?: string  // date-time',
      '  kind: "call"',
      '  place: {',
      '    city: string',
      '  }',
      '}',
    ].join('\n'),
  );
});

const give: Described = {
  id: 'postPromises',
  tag: 'promises',
  method: 'POST',
  path: '/api/promises',
  summary: 'Give a promise',
  right: 'workWithCustomers',
  takesKey: true,
  parameters: [],
  body: { type: 'application/json', schema: {}, example: { what: "Maria's list" } },
  answer: { status: '200', schema: null, example: undefined },
  refusals: [],
};

test('an operation is tried in a terminal as it is shown, quotes and all', () => {
  expect(curlOf(give, 'https://tend.example')).toBe(
    [
      `curl -X POST 'https://tend.example/api/promises' \\`,
      `  -H "authorization: Bearer $TEND_KEY" \\`,
      `  -H 'content-type: application/json' \\`,
      String.raw`  -d '{"what":"Maria'\''s list"}'`,
    ].join('\n'),
  );
});

test('operations are found by any of their words, in any order', () => {
  const textOf = ({ method, path, summary }: Described) => `${method} ${path} ${summary}`;
  expect(lookFor([give], 'promise POST', textOf)).toEqual([give]);
  expect(lookFor([give], 'promise delete', textOf)).toEqual([]);
  expect(lookFor([give], '', textOf)).toEqual([give]);
});

test('what a description refers to stands where it is shown', () => {
  const [operation] = operationsOf({
    paths: {
      '/api/keys/{key}': {
        delete: {
          operationId: 'deleteKeysKey',
          tags: ['keys'],
          summary: route({ method: 'delete', path: '/api/keys/{key}', summary: 'Revoke', caller: 'anyone' }).summary,
          security: [{ key: [] }],
          parameters: [{ $ref: '#/components/parameters/Tend' }],
          responses: { 204: {}, 404: { $ref: '#/components/responses/Refusal404' } },
        },
      },
    },
    components: {
      parameters: { Tend: { name: 'x-tend', in: 'header', required: false, schema: {} } },
      responses: { Refusal404: { description: 'Not there' } },
    },
    'x-tend-problems': [],
  });
  expect(operation).toMatchObject({
    method: 'DELETE',
    takesKey: true,
    parameters: [{ name: 'x-tend' }],
    answer: { status: '204', schema: null },
    refusals: [{ status: '404', description: 'Not there' }],
  });
});
