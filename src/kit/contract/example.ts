import { z } from 'zod';

/** The part of JSON Schema that contracts are written in. */
export type JsonSchema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
};

/** A contract's schema as JSON Schema: of what one sends (`input`), or of what is answered (`output`). */
export function jsonSchemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest as JsonSchema;
}

const someId = '0197f3c2-1d2e-7a3b-8c4d-5e6f70819293';

/** A value that a schema accepts, with every field filled; ids by the name of their field. */
export function exampleOf(schema: JsonSchema, idOf: (field: string) => string = () => someId): unknown {
  return valueOf(schema, '', idOf);
}

function valueOf(schema: JsonSchema, field: string, idOf: (field: string) => string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices) return valueOf(choices.find((one) => one.type !== 'null') ?? {}, field, idOf);
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valueOf(one, name, idOf)]));
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => valueOf(schema.items ?? {}, field, idOf));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + (type === 'integer' ? 1 : 0.5));
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema, field, idOf);
    default:
      return 'a word';
  }
}

function textOf({ format, pattern, maxLength }: JsonSchema, field: string, idOf: (field: string) => string): string {
  if (format === 'uuid') return idOf(field);
  if (format === 'date') return '2026-03-05';
  if (pattern?.includes('[0-5]\\d$') === true) return /until/i.test(field) ? '17:00' : '09:00';
  // A moment that may also be a local one has a pattern instead of a format.
  if (format === 'date-time' || (pattern !== undefined && /(?:At|From)$/.test(field))) return '2026-03-04T09:00:00Z';
  if (format === 'uri') return 'https://push.example.com/somebody';
  if (pattern?.startsWith('^[\\w-]')) return 'Letters-and_figures';
  if (format === 'email') return 'somebody@example.com';
  if (pattern?.includes('A-Z')) return 'EUR';
  if (/timezone/i.test(field)) return 'Europe/Athens';
  return 'a word of ten letters'.slice(0, maxLength);
}
