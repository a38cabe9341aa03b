import { isUuid } from '#kit/domain/ids.ts';

/**
 * A value of an entry as a person reads it: lists with commas, what has parts as its parts. `nameOf` says what an id stands for; an id that
 * stands for nothing known is left out.
 */
export function written(value: unknown, nameOf: (id: string) => string | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return isUuid(value) ? (nameOf(value) ?? '') : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts
    .map((part) => written(part, nameOf))
    .filter((text) => text !== '')
    .join(', ');
}
