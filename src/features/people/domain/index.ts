export { nextBirthday, readBirthday, type Birthday, type BirthdayTold } from './birthday.ts';
export { readContactPoint, type ContactPoint, type ContactPointKind, type ContactPointTold } from './contact-point.ts';
export { isInRole, readContactRole, type ContactRole, type ContactRoleTold } from './contact-role.ts';
export { countriesIn, countryOf, isCountryCode } from './country.ts';
export {
  changeCustomValues,
  customFieldKinds,
  customFieldReaches,
  customLimits,
  foldedFieldName,
  hasChoices,
  isAskedOf,
  readWrittenValue,
  writtenValue,
  type CustomChoice,
  type CustomField,
  type CustomFieldKind,
  type CustomFieldReach,
  type CustomFieldTold,
  type CustomTold,
  type CustomValue,
  type CustomValues,
  type DecimalMark,
  type Reading,
} from './custom-fields/index.ts';
export { changeCustomer, languageCode, readCustomer, type CustomerChange, type CustomerDetails, type CustomerTold } from './customer.ts';
export { lengths, mostOfAKind, tidyText } from './lengths.ts';
export { plainFields } from './plain-fields.ts';
export {
  correctFact,
  factKinds,
  factSources,
  factUses,
  isSameFact,
  readFact,
  sensitivities,
  usualUses,
  type FactCorrection,
  type FactKind,
  type FactSource,
  type FactTold,
  type FactUse,
  type FactWords,
  type Sensitivity,
} from './facts/fact.ts';
export { openChanges, standingOf, type FactChange, type FactStanding } from './facts/fact-history.ts';
export { changeGoal, goalStates, isChangedSince, readGoal, reviewDue, stateAfter } from './goals/goal.ts';
export type { GoalChange, GoalEventKind, GoalState, GoalTold, GoalWords } from './goals/goal.ts';
export { circumstanceChanged } from './goals/circumstance-changed.ts';
export { layOut, type Place } from './circle/layout.ts';
export { linkKinds, readLink, type LinkKind, type LinkTold, type LinkWords } from './circle/link.ts';
export { checkReferral } from './circle/referral.ts';
export { stepsFrom } from './circle/steps.ts';
export { tidyFileName } from './attachments/file-name.ts';
export { readPhoto } from './attachments/photo.ts';
export { keyReviewDue } from './key-review-due.ts';
export { readKeyListing, type KeyListing } from './key-customer.ts';
export { readPostalAddresses, type PostalAddress, type PostalAddressTold } from './postal-address.ts';
export { timeZoneOf } from './time-zone.ts';
export { tidyLine, type Name, type NameParts } from './name.ts';
export { groundCodes, type Address, type Ground } from './names/address/address.ts';
export { knownGender, type KnownGender } from './names/gender.ts';
export { howToAddress, type ToAddress } from './names/how-to-address.ts';
export { foldTag, readTag, type TagName } from './tag.ts';
export { initials } from './names/initials.ts';
export { coreOfOrganization, readOrganization, type OrganizationName } from './names/organization-form.ts';
export { formatName, type NameFormat } from './names/person-name-format.ts';
export { inSerbianScript, type SerbianScript } from './names/serbian-script.ts';
export { nameInLine, shownName, type ShownName } from './names/shown-name.ts';
export { sortName } from './names/sort-name.ts';
export { splitName, type NameSplit } from './names/split-name.ts';
export { fullName, wholeName } from './names/whole-name.ts';
export {
  costOfWaiting,
  heaviestFirst,
  minutesFor,
  minutesMore,
  reckonStake,
  stakeOf,
  type Reason,
  type ReasonAction,
  type ReasonsAsked,
  type ReasonsFound,
  type Stake,
  type Worth,
} from './reason.ts';
export { reckon, share, times, weighed, type Factor, type Weighed } from './weight.ts';
