export { promises } from './feature.ts';
export { admitBroken, askForTime, givePromise, keepPromise, releasePromise, reopenPromise, type PromiseTold } from './actions.ts';
export { readOpenPromises, readPromisesTo, type PromiseRead } from './readings.ts';
export { reasonsToAct } from './reasons.ts';
export { openPromisesThen, type OpenThen } from './summary-store.ts';
