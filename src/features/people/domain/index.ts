export { countryOf, isCountryCode } from './country.ts';
export { initials, sortName, tidyLine, type Name } from './name.ts';
