export { purchases } from './feature.ts';
export { basketsAtHand, type BasketAtHand } from './reading/basket-store.ts';
export { reasonsToAct } from './snapshot/reasons.ts';
export { bandSql, readBandBounds, type BandBounds } from './snapshot/bands-store.ts';
export { worthInParts, worthOf } from './snapshot/worth-store.ts';
export { habitsOf } from './reading/habits.ts';
export { describeCustomer, type Described } from './snapshot/refresh.ts';
export { importSales } from './import/purchase-imports.ts';
