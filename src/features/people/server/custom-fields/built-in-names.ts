import { languages } from '#kit/domain/languages.ts';
import { textsUnder, translate } from '#kit/server/messages.ts';
import { foldedFieldName } from '../../domain/custom-fields/index.ts';
import { plainFields } from '../../domain/plain-fields.ts';

/** What the fields that everybody has are called on a customer's page. */
const labels = [
  ...plainFields,
  'externalId',
  'phone',
  'email',
  'phones',
  'emails',
  'websites',
  'tags',
  'street',
  'postalCode',
  'city',
  'region',
].map((field) => `people.${field}`);

/** And above the columns of lists and of address books. */
const headings = ['customers.column.', 'contacts.field.'];

let known: ReadonlySet<string> | undefined;

/** Whether a name, however it is written, is that of a field that everybody has, in any language that Tend speaks: two would be mistaken for each other. */
export function isBuiltInName(foldedName: string): boolean {
  known ??= new Set(languages.flatMap(builtInNames));
  return known.has(foldedName);
}

function builtInNames(language: (typeof languages)[number]): string[] {
  const texts = [...labels.map((key) => translate(language, key)), ...headings.flatMap((heading) => textsUnder(language, heading))];
  return texts.map(foldedFieldName);
}
