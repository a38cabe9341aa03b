import type { JsonSchema } from '#kit/contract/example.ts';

/** A schema as programmers write types: a field a line, what is optional with a question mark, limits behind it. */
export function shapeOf(schema: JsonSchema, indent = ''): string {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (choices) return [...new Set(choices.map((one) => shapeOf(one, indent)))].join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => shapeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') return listOf(schema.items ? shapeOf(schema.items, indent) : 'any');
  if (schema.type === 'object') return fieldsOf(schema, indent);
  return schema.type ?? 'any';
}

/** The same in one line, with its limits. */
export function lineOf(schema: JsonSchema): string {
  const limits = limitsOf(schema);
  return limits === '' ? shapeOf(schema) : `${shapeOf(schema)} (${limits})`;
}

function listOf(item: string): string {
  return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

function fieldsOf({ properties, required = [] }: JsonSchema, indent: string): string {
  const fields = Object.entries(properties ?? {});
  if (fields.length === 0) return '{ … }';
  const deeper = `${indent}  `;
  const lines = fields.map(([name, one]) => {
    const limits = limitsOf(one);
    return `${deeper}${name}${required.includes(name) ? '' : '?'}: ${shapeOf(one, deeper)}${limits === '' ? '' : `  // ${limits}`}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function limitsOf(schema: JsonSchema): string {
  const { format, minLength, maxLength, minimum, maximum, maxItems } = (schema.anyOf ?? []).find((one) => one.type !== 'null') ?? schema;
  const between = (least: number | undefined, most: number | undefined, what: string) => {
    const shown = most !== undefined && most < Number.MAX_SAFE_INTEGER ? most : undefined;
    const low = least !== undefined && least > Number.MIN_SAFE_INTEGER ? least : undefined;
    return low === undefined && shown === undefined ? '' : `${low ?? ''}…${shown ?? ''}${what}`;
  };
  return [format ?? '', between(minLength, maxLength, ' characters'), between(minimum, maximum, ''), between(undefined, maxItems, ' items')]
    .filter((one) => one !== '')
    .join(', ');
}
