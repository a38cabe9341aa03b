import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleOf, jsonSchemaOf } from '#kit/contract/example.ts';
import { makeLimits } from '#kit/server/http/index.ts';
import { testConfig, useTestDatabase } from '#kit/server/testing/index.ts';
import { features } from './features.ts';
import { makeApi } from './http.ts';
import { makeServices } from './services.ts';

type Operation = {
  operationId: string;
  security: object[];
  responses: Record<string, object>;
  parameters: { name?: string; in?: string }[];
};
type Described = { openapi: string; paths: Record<string, Record<string, Operation>>; 'x-tend-problems': { code: string }[] };

const db = useTestDatabase();
const routes = features.flatMap((feature) => feature.handlers ?? []).map(({ route }) => route);
let described: Described;

beforeAll(async () => {
  const api = makeApi(makeServices(testConfig('/tmp/tend-openapi'), db), makeLimits({ signedOutChanges: 10, any: 10 }));
  described = (await (await api.request('/api/openapi.json')).json()) as Described;
});

test('the description of the interface is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(described) as never);
  expect(errors ?? []).toEqual([]);
  expect([valid, described.openapi]).toEqual([true, '3.1.1']);
});

test('and describes every route, each once, with who may call it', () => {
  const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );
  expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { name, security } of operations) {
    const caller = routes.find(({ method, path }) => `${method} ${path}` === name)?.caller;
    const expected = caller === 'anyone' ? [{}] : caller === 'account' ? [{ session: [] }] : [{ key: [] }, { session: [] }];
    expect([name, security]).toEqual([name, expected]);
  }
});

test('names every part of a path, and says of each refusal what it means', () => {
  for (const [path, methods] of Object.entries(described.paths))
    for (const operation of Object.values(methods)) {
      const named = operation.parameters.flatMap((one) => (one.in === 'path' ? (one.name ?? '') : []));
      expect(named.toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').toSorted());
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['429', '500']));
    }
  expect(described['x-tend-problems'].length).toBeGreaterThan(200);
  expect(described['x-tend-problems'].map(({ code }) => code)).toEqual(expect.arrayContaining(['record.overtaken', 'api_key.expired']));
});

test('its examples are what the contract accepts', () => {
  const wrong = routes.flatMap(({ body, method, path }) => {
    const parsed = body && z.safeParse(body, exampleOf(jsonSchemaOf(body, 'input')));
    return parsed === undefined || parsed.success ? [] : `${method} ${path}: ${parsed.error.message}`;
  });
  expect(wrong).toEqual([]);
});
