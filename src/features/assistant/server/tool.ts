import { z } from 'zod';
import type { Route } from '#kit/contract/route.ts';
import type { Ask } from './ask.ts';

/** Something that an assistant can do for a colleague. */
export type Tool = {
  /** `give_promise`. */
  readonly name: string;
  readonly title: string;
  /** For the model: what it does, when to take it, what it needs. */
  readonly description: string;
  readonly input: z.ZodObject;
  /** What it asks of the interface: who may not ask one of these has not the tool. */
  readonly routes: readonly Route[];
  /** What would happen, in a sentence, where that cannot simply be taken back: the colleague is asked before. */
  readonly consequence?: (ask: Ask, input: never) => Promise<string>;
  readonly run: (ask: Ask, input: never, how: { readonly once?: string }) => Promise<unknown>;
};

/** A tool of one's own making; keeps the type of its input for what it does. */
export function tool<const Input extends z.ZodObject>(
  given: Omit<Tool, 'input' | 'run' | 'consequence'> & {
    readonly input: Input;
    readonly consequence?: (ask: Ask, input: z.output<Input>) => Promise<string>;
    readonly run: (ask: Ask, input: z.output<Input>, how: { readonly once?: string }) => Promise<unknown>;
  },
): Tool {
  return given;
}

/** A tool that is one operation of the interface: its input is what the contract asks for, all in one place. */
export function toolOf(
  route: Route,
  given: Pick<Tool, 'name' | 'title' | 'description' | 'consequence'> & { readonly without?: readonly string[] },
): Tool {
  const { without = [], ...said } = given;
  const left = (shape: object) => Object.entries(shape).filter(([name]) => !without.includes(name));
  const [params, query, body] = [route.params, route.query, route.body].map((schema) =>
    schema instanceof z.ZodObject ? schema.shape : {},
  );
  const input = z.object(Object.fromEntries([params, query, body].flatMap((shape) => left(shape ?? {}))) as z.ZodRawShape);
  return {
    ...said,
    input,
    routes: [route],
    run: async (ask, told, how) => {
      const pick = (shape: object | undefined) => Object.fromEntries(Object.entries(told).filter(([name]) => name in (shape ?? {})));
      const request = { params: pick(params), query: pick(query), ...(route.body ? { body: pick(body) } : {}) };
      const answer: unknown = await ask(route, request as never, how);
      return answer ?? { done: true };
    },
  };
}

/** Whether it only reads. */
export function onlyReads({ routes }: Tool): boolean {
  return routes.every(({ method }) => method === 'get');
}
