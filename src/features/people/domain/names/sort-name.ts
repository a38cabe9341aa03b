import type { Name, NameParts } from '../name.ts';
import { coreOfOrganization } from './organization-form.ts';
import { formatName } from './person-name-format.ts';
import { languageOfName } from './script.ts';
import { splitName } from './split-name.ts';

/**
 * The text that a list is sorted by. A person goes by the family name, as CLDR sorts names in the language of the name; where nobody told the
 * parts, by those that the name itself tells. An organization goes by its name without legal form and quotation marks.
 */
export function sortName(name: Name): string {
  const parts = name.kind === 'person' ? partsOf(name) : null;
  const sorted =
    parts &&
    formatName(parts, languageOfName(name), undefined, { order: 'sorting', length: 'long', usage: 'referring', formality: 'formal' });
  if (sorted) return sorted;
  const core = coreOfOrganization(name.name);
  return core.replace(/^[^\p{L}\p{N}]+/u, '') || core;
}

// Titles and what follows the name are no reason to stand elsewhere in a list.
function partsOf({ name, given, patronymic, family, language }: Name): NameParts | null {
  if (family) return { given, patronymic, family };
  if (given) return null;
  const split = splitName(name, language);
  return split?.family ? { given: split.given, patronymic: split.patronymic, family: split.family } : null;
}
