export { countriesIn, countryOf, isCountryCode } from './country.ts';
export { addressing, changeCustomer, readCustomer, type CustomerChange, type CustomerDetails, type CustomerTold } from './customer.ts';
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
export { readKeyListing, type KeyListing } from './key-customer.ts';
export { initials, sortName, tidyLine, type Name } from './name.ts';
export {
  costOfWaiting,
  heaviestFirst,
  minutesFor,
  stakeOf,
  type Reason,
  type ReasonAction,
  type ReasonsAsked,
  type ReasonsFound,
  type Worth,
} from './reason.ts';
