export { people } from './feature.ts';
export {
  changeCustomer,
  createCustomer,
  listKeyCustomer,
  namesOfCustomers,
  readCustomerOf,
  removeKeyCustomer,
  requireCustomer,
  type Customer,
  type CustomerChange,
  type NewCustomer,
} from './actions.ts';
export { contactsOf, findCustomers, type Contact } from './find-store.ts';
export { ensureCustomers } from './ensure-customers.ts';
export { searchName, searchPatterns } from './names/search-name.ts';
export { listKeySince } from './summary-store.ts';
export { hasCustomers } from './store.ts';
