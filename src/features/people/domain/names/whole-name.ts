import type { Name, NameParts } from '../name.ts';
import { formatName } from './person-name-format.ts';
import { languageOfName } from './script.ts';

/**
 * A person's whole name from its parts, in the order of the name's language and with the patronymic, but without titles: what stands on
 * lists. Null where no part was told.
 */
export function wholeName(parts: NameParts, language?: string | null): string | null {
  const { given, patronymic, family, suffix } = parts;
  const told = [family, given, patronymic].find((part) => typeof part === 'string' && part !== '');
  if (!told) return null;
  const own = languageOfName({ name: told, language });
  return formatName({ given, patronymic, family, suffix }, own, undefined, longFormal) || told;
}

/** The whole name with titles, as it stands at the head of a page; as it was written where somebody wrote it otherwise than its parts. */
export function fullName(name: Name, reader: string): string {
  if (name.kind === 'organization' || !(name.given || name.family)) return name.name;
  const parts = [name.given, name.patronymic, name.family];
  const isOfItsParts = [parts, [...parts, name.suffix]].some((told) => wordsOf(told.join(' ')) === wordsOf(name.name));
  return (isOfItsParts && formatName(name, languageOfName(name), reader, longFormal)) || name.name;
}

function wordsOf(text: string): string {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.toSorted().join(' ').trim();
}

const longFormal = { length: 'long', usage: 'referring', formality: 'formal' } as const;
