import type { JsonSchema } from '#kit/contract/example.ts';

/** What the page reads of `/api/openapi.json`. */
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, { readonly description: string }>>;
  };
  readonly 'x-tend-problems': readonly { readonly code: string; readonly status: number; readonly detail: string }[];
};

type Referring = { readonly $ref: string };
export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};
type Media = { readonly schema: JsonSchema; readonly example?: unknown };
type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: readonly (Parameter | Referring)[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Referring | { readonly content?: Readonly<Record<string, Media>> }>>;
  readonly 'x-tend-right'?: string;
};

/** One operation, with everything in its place. */
export type Described = {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly right: string | null;
  readonly takesKey: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly schema: JsonSchema; readonly example: unknown } | null;
  readonly answer: { readonly status: string; readonly schema: JsonSchema | null; readonly example: unknown };
  readonly refusals: readonly { readonly status: string; readonly description: string }[];
};

/** The operations of a description, by what they are about. */
export function operationsOf(description: Description): Described[] {
  const { parameters, responses } = description.components;
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Described => {
      const [body] = Object.entries(operation.requestBody?.content ?? {});
      const answers = Object.entries(operation.responses);
      const [status, good] = answers.find(([one]) => one.startsWith('2')) ?? ['204', {}];
      const media = 'content' in good ? Object.values(good.content ?? {})[0] : undefined;
      return {
        id: operation.operationId,
        tag: operation.tags[0] ?? '',
        method: method.toUpperCase(),
        path,
        summary: operation.summary,
        right: operation['x-tend-right'] ?? null,
        takesKey: operation.security.some((one) => 'key' in one),
        parameters: operation.parameters.flatMap((one) => ('$ref' in one ? (parameters[lastWord(one.$ref)] ?? []) : one)),
        body: body ? { type: body[0], schema: body[1].schema, example: body[1].example } : null,
        answer: { status, schema: media?.schema ?? null, example: media?.example },
        refusals: answers.flatMap(([one, response]) =>
          '$ref' in response ? [{ status: one, description: responses[lastWord(response.$ref)]?.description ?? '' }] : [],
        ),
      };
    }),
  );
}

/** Which of them somebody looks for: every word that they typed is in what it is called, where it is, or what it is for. */
export function lookFor<T>(all: readonly T[], typed: string, textOf: (one: T) => string): T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((one) => {
    const text = textOf(one).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** How one would try it in a terminal. */
export function curlOf({ method, path, body, parameters, takesKey }: Described, origin: string): string {
  const needed = parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => `${name}=…`);
  const address = `${origin}${path}${needed.length === 0 ? '' : `?${needed.join('&')}`}`;
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}'`,
    ...(takesKey ? [`  -H "authorization: Bearer $TEND_KEY"`] : method === 'GET' ? [] : [`  -H 'x-tend: 1'`]),
    ...(body === null ? [] : [`  -H 'content-type: ${body.type}'`]),
    ...(body === null
      ? []
      : [
          body.example === undefined ? `  --data-binary @file` : `  -d '${JSON.stringify(body.example).replaceAll("'", String.raw`'\''`)}'`,
        ]),
  ].join(' \\\n');
}

function lastWord(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
