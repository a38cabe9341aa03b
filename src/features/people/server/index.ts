export { people } from './feature.ts';
export {
  createCustomer,
  listKeyCustomer,
  namesOfCustomers,
  readCustomerOf,
  requireCustomer,
  type Customer,
  type NewCustomer,
} from './actions.ts';
export { contactsOf, findCustomers, type Contact } from './find-store.ts';
export { ensureCustomers } from './ensure-customers.ts';
export { searchName, searchPatterns } from './names/search-name.ts';
export { learnFacts, learnManyFacts, type FactToLearn, type LearnedFact } from './facts/learn.ts';
export { listKeySince } from './summary-store.ts';
export { hasCustomers } from './store.ts';
