import type { Say } from '../i18n/language.tsx';

/** A column as people see it: `#3` is how one without a name goes. */
export function columnName(name: string, index: number, say: Say): string {
  return /^#\d+$/.test(name) ? say('kit.import.column.unnamed', { number: index + 1 }) : name;
}
