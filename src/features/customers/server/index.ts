export { customers } from './feature.ts';
export { changeManyCustomers } from './many/actions.ts';
export { saveView } from './views/actions.ts';
export { readCustomers, type CustomerPage, type ListAsked } from './list.ts';
export { firstUnfit, whoFits } from './fitting.ts';
