export { ensureCustomers } from './ensure-customers.ts';
export { searchName, searchPatterns } from './names/search-name.ts';
