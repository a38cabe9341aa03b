import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { features } from '#app/features.ts';
import type { EventTold } from '#kit/contract/events.ts';
import { root, textOf } from './tree.ts';

export const eventsFile = 'docs/webhooks.md';

const mark = '<!-- The catalogue, made by `npm run fix` from the `api/events.ts` of each feature. -->\n';

/** What programs outside are told: the words of the page as they stand, and under them the catalogue as the features have it. */
export function describeEvents(): string {
  const [words = ''] = textOf(eventsFile).split(mark);
  const parts = features.flatMap(({ name, events }) => {
    if (!events || Object.keys(events).length === 0) return [];
    const rows = Object.entries(events).map(([kind, told]) => [`\`${kind}\``, told.says, told.subject ?? '', detailOf(told)]);
    return [`### ${name}\n\n${tableOf([['kind', 'what happened', '`subject`', '`detail`'], ...rows])}\n`];
  });
  return `${words}${mark}\n${parts.join('\n')}`;
}

export function writeEvents(): void {
  writeFileSync(join(root, eventsFile), describeEvents());
}

function detailOf({ detail }: EventTold): string {
  const shape = detail ? (z.toJSONSchema(detail) as Shape) : {};
  return Object.entries(shape.properties ?? {})
    .map(([name, one]) => `\`${name}${shape.required?.includes(name) === true ? '' : '?'}\`: ${typeOf(one)}`)
    .join('; ');
}

type Shape = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
};

const formats: Readonly<Record<string, string>> = { uuid: 'id', date: 'day', 'date-time': 'moment' };

function typeOf(shape: Shape): string {
  if (shape.anyOf) return shape.anyOf.map(typeOf).join(' or ');
  if (shape.enum) return shape.enum.map((one) => `"${one}"`).join(', ');
  if (shape.items) return `list of ${typeOf(shape.items)}`;
  if (shape.properties)
    return `{ ${Object.entries(shape.properties)
      .map(([name, one]) => `${name}: ${typeOf(one)}`)
      .join(', ')} }`;
  return formats[shape.format ?? ''] ?? shape.type ?? 'anything';
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`.replaceAll(/ {2,}/g, ' ');
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
