export { countriesIn, countryOf, isCountryCode } from './country.ts';
export { addressing, changeCustomer, readCustomer, type CustomerChange, type CustomerDetails, type CustomerTold } from './customer.ts';
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
