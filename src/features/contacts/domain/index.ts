export { birthdayOf, birthdayText, dateOrderOf, type DateOrder } from './birthday.ts';
export {
  unknownContact,
  type Contact,
  type ContactRole,
  type ReadContact,
  type SetAsideReason,
  type TakenContact,
  type Warning,
  type WarningReason,
} from './contact.ts';
export {
  checkContactMapping,
  contactForms,
  contactSources,
  type ContactMapping,
  type ContactSource,
  type GivenContactMapping,
} from './mapping.ts';
export { customTexts, customValues, peopleNamed } from './custom.ts';
export { matchOf, originKey, type Candidate, type Found } from './match.ts';
export { mergeContact, writtenAtFirst, type Written } from './merge.ts';
export { createSettler, type ContactSettler } from './settle.ts';
export { contactFields, type ColumnMeaning, type ContactField } from './table/fields.ts';
export { formatOf } from './table/formats/index.ts';
export { guessColumns, isHeader, type ColumnMeanings } from './table/guess-columns.ts';
export { createRowReader } from './table/read-row.ts';
export { tableColumns, type TableSizes } from './table/write-row.ts';
export { createCardSplitter, type CardSplitter, type RawCard } from './vcard/cards.ts';
export { isPicture } from './vcard/picture.ts';
export type { Decode } from './vcard/property.ts';
export { createCardReader } from './vcard/read-card.ts';
export { writeCard } from './vcard/write-card.ts';
