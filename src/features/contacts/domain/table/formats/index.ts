import { headerForm } from '#kit/domain/headers.ts';
import type { ColumnMeaning } from '../fields.ts';
import type { ContactFormat } from './format.ts';
import { google2024 } from './google-2024.ts';
import { googleBefore2024 } from './google-before-2024.ts';
import { hubspot } from './hubspot.ts';
import { outlook } from './outlook.ts';
import { salesforce } from './salesforce.ts';
import { tend } from './tend.ts';

export type { ContactFormat } from './format.ts';

const formats: readonly ContactFormat[] = [tend, google2024, googleBefore2024, salesforce, hubspot, outlook];

/** The format whose every telling header stands among these; undefined for a table that nobody's program wrote. */
export function formatOf(headers: readonly string[]): ContactFormat | undefined {
  const present = new Set(headers.map(headerForm));
  return formats.find(({ signature }) => signature.every((header) => present.has(headerForm(header))));
}

/** What a format says of a column; undefined for one that it does not know. */
export function meaningIn(format: ContactFormat, header: string): ColumnMeaning | undefined {
  const form = headerForm(header);
  const number = /\d+/.exec(form)?.[0];
  for (const [pattern, field, label, slot] of format.columns) {
    const wanted = headerForm(pattern.replace('#', number ?? '#'));
    if (wanted === form) return { field, slot: slot ?? (pattern.includes('#') ? Number(number) : undefined), label };
  }
  return undefined;
}
