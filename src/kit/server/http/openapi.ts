import type { z } from 'zod';
import { exampleOf, jsonSchemaOf, type JsonSchema } from '#kit/contract/example.ts';
import type { Route } from '#kit/contract/route.ts';
import { messagesUnder } from '../messages.ts';
import { problemOf, statusOf } from './problem.ts';

/** Refusals that only the terminal and the start of the server know. */
const notOfTheInterface = /^(?:command|settings|migration|database|server\.(?!failed))/;

const refusals = {
  401: 'Nobody is signed in, a second factor is lacking, or the key opens nothing',
  403: 'Not allowed for this colleague or this key, or sent by another site',
  404: 'Not there, or in another workspace, which looks the same',
  409: 'At odds with what is there',
  412: 'The record has changed since it was read (`If-Match`)',
  413: 'Too large',
  422: 'Understood, but it cannot be done as it stands',
  429: 'Too often; `Retry-After` says for how many seconds to wait',
  500: 'Our fault; nothing was changed',
} as const;

/** The description of the interface, OpenAPI 3.1, made from the routes themselves: nothing in it is written a second time. */
export function describeInterface(routes: readonly Route[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tend',
      version: '1',
      description: 'What the pages of Tend use, and nothing else. Signed in by a session, or by an API key (Settings → API keys).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'tend_…',
          description: 'An API key: it may what it was given and its maker may.',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'tend.session_token', description: 'A browser that is signed in.' },
      },
      parameters: {
        IdempotencyKey: header(
          'Idempotency-Key',
          'Any text of yours: the request is carried out once, a repetition gets the first answer.',
          255,
        ),
        IfMatch: header('If-Match', 'The `ETag` of the record as you read it: where it has changed since, nothing is done (412).'),
        Tend: header('x-tend', 'Any value; not needed with a key. No other site can make a browser send it.'),
      },
      headers: {
        ETag: { description: 'The version of the record, for `If-Match`', schema: { type: 'string' } },
        RateLimit: { description: 'What is left, and for how long: `"requests";r=5993;t=42`', schema: { type: 'string' } },
        'RateLimit-Policy': { description: 'How many requests in how many seconds: `"requests";q=6000;w=60`', schema: { type: 'string' } },
        'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } },
      },
      schemas: { Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [`Refusal${status}`, refusal(status, description)]),
      ),
    },
    'x-tend-problems': problemKinds(),
  };
}

function operationOf(route: Route): object {
  const { caller, method } = route;
  const asks = caller !== 'anyone' && caller !== 'account';
  return {
    operationId: operationIdOf(route),
    tags: [tagOf(route)],
    summary: route.summary,
    ...(asks ? { 'x-tend-right': caller } : {}),
    security: caller === 'anyone' ? [{}] : caller === 'account' ? [{ session: [] }] : [{ key: [] }, { session: [] }],
    parameters: [
      ...parametersIn('path', route.params),
      ...parametersIn('query', route.query),
      ...(method === 'get' ? [] : headersOf(route).map((name) => ({ $ref: `#/components/parameters/${name}` }))),
    ],
    ...bodyOf(route),
    responses: {
      ...answerOf(route),
      ...Object.fromEntries(refusalsOf(route).map((status) => [status, { $ref: `#/components/responses/Refusal${status}` }])),
    },
  };
}

function operationIdOf({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\//, '')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
  return [method, ...words].map((word, place) => (place === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
}

/** What it is about: the first word of its path. */
function tagOf({ path }: Route): string {
  return (
    path
      .replace(/^\/api\//, '')
      .split(/[^\w-]/)
      .find((word) => word !== '') ?? 'tend'
  );
}

function headersOf({ caller, raw, changes }: Route): string[] {
  const isOnce = caller !== 'anyone' && caller !== 'account' && raw === undefined;
  return [...(isOnce ? ['IdempotencyKey'] : []), ...(changes ? ['IfMatch'] : []), 'Tend'];
}

function parametersIn(where: 'path' | 'query', schema: z.core.$ZodObject | undefined): object[] {
  if (!schema) return [];
  const [input, output] = [jsonSchemaOf(schema, 'input'), jsonSchemaOf(schema, 'output')];
  return Object.entries(input.properties ?? {}).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || (input.required?.includes(name) ?? false),
    // What is read from text has no type of its own before it is read.
    schema: Object.keys(one).length === 0 ? (output.properties?.[name] ?? {}) : one,
  }));
}

function bodyOf({ body, raw }: Route): object {
  if (raw === 'upload') {
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } };
  }
  if (!body) return {};
  return { requestBody: { required: true, content: { 'application/json': mediaOf(jsonSchemaOf(body, 'input')) } } };
}

function answerOf({ answer, raw, versionWithout }: Route): object {
  const headers = {
    RateLimit: { $ref: '#/components/headers/RateLimit' },
    'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
    ...(versionWithout ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
  };
  if (answer) return { 200: { description: 'Done', headers, content: { 'application/json': mediaOf(jsonSchemaOf(answer, 'output')) } } };
  return raw === 'download' ? { 200: { description: 'The file', headers } } : { 204: { description: 'Done', headers } };
}

function mediaOf(schema: JsonSchema): object {
  return { schema, example: exampleOf(schema) };
}

function refusalsOf({ caller, method, params, query, body, changes }: Route): (keyof typeof refusals)[] {
  const isChange = method !== 'get';
  return [
    ...(caller === 'anyone' ? [] : ([401] as const)),
    ...(isChange || caller !== 'anyone' ? ([403] as const) : []),
    ...(params ? ([404] as const) : []),
    ...(isChange ? ([409] as const) : []),
    ...(changes ? ([412] as const) : []),
    ...(body ? ([413] as const) : []),
    ...(isChange || params || query ? ([422] as const) : []),
    429,
    500,
  ];
}

function refusal(status: string, description: string): object {
  return {
    description,
    ...(status === '429' ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function header(name: string, description: string, maxLength?: number): object {
  return {
    name,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string', ...(maxLength === undefined ? {} : { maxLength }) },
  };
}

const problemSchema = {
  type: 'object',
  description: 'What went wrong, as RFC 9457 problem details. `code` is stable and meant for programs, `detail` for people.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    field: { type: 'string', description: 'The input it is about, as a dotted path' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'detail'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
  example: problemOf({ code: 'record.overtaken', values: {} }, 'en'),
};

/** Every code with which something is refused, as people are told in English; what stands in braces is filled in. */
function problemKinds(): { code: string; status: number; detail: string }[] {
  return messagesUnder('en', 'error.').flatMap(({ key, text }) => {
    const code = key.replace(/^error\./, '');
    return notOfTheInterface.test(code) ? [] : [{ code, status: statusOf(code), detail: text }];
  });
}
