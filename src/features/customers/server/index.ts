export { customers } from './feature.ts';
export { readCustomers, type CustomerPage, type ListAsked } from './list.ts';
