export { purchases } from './feature.ts';
export { reasonsToAct, worthOf } from './snapshot/reasons.ts';
export { worthOf } from './snapshot/worth-store.ts';
export { describeCustomer, type Described } from './snapshot/refresh.ts';
