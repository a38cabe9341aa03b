export { promises } from './feature.ts';
export {
  admitBroken,
  askForTime,
  callAnyway,
  givePromise,
  keepPromise,
  releasePromise,
  reopenPromise,
  type PromiseTold,
} from './actions.ts';
export { colleagueNamed } from './command-colleague.ts';
export { readDueThere } from './due.ts';
export { acceptPromise, declinePromise, handOverPromise, withdrawHandOver } from './hand-over.ts';
export { leave } from './leaving.ts';
export { logWithPromises, type PromiseInTouchpoint } from './log-with-promises.ts';
export { countOpenPromises, readOpenPromises, readPromisesTo, type PromiseRead } from './readings.ts';
export type { OpenAsked } from './store.ts';
export { promiseAnswer } from './answers.ts';
export { promisesDueByDay, promisesOfDay } from './day.ts';
export { reasonsToAct } from './reasons.ts';
export { readReliability } from './reliability.ts';
export { handOversFallenBack, handOversWaiting, noteReminded, promiseLines, promisesBeginning, promisesDue } from './reminding.ts';
export type { FallenBack, HandedOver, PromiseAhead, PromiseLine, Span } from './reminding-store.ts';
export { openPromisesThen, type OpenThen } from './summary-store.ts';
