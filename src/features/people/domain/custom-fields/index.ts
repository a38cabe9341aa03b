export {
  customFieldKinds,
  customFieldReaches,
  customLimits,
  foldedFieldName,
  hasChoices,
  isAskedOf,
  readCustomField,
  type ChoiceWords,
  type CustomChoice,
  type CustomChoiceTold,
  type CustomField,
  type CustomFieldKind,
  type CustomFieldReach,
  type CustomFieldTold,
  type CustomFieldWords,
} from './custom-field.ts';
export {
  changeChoices,
  changeCustomValues,
  customChanges,
  inOrderOfFields,
  type CustomTold,
  type CustomValue,
  type CustomValues,
} from './custom-value.ts';
export { readDecimal, readWrittenValue, writtenValue, type DecimalMark, type Reading } from './written-value.ts';
