export { momentThere, readDue, type Clock, type Due, type DueTold, type MomentThere } from './due.ts';
export { answer, assign, handOver, remind, withdraw, type Actor } from './handing-over.ts';
export { handOverWaiting, type HandedPromise } from './hand-over-waiting.ts';
export { nearMoments, type NearMoment } from './near-moments.ts';
export { promiseDue, type DuePromise } from './promise-due.ts';
export {
  after,
  askTime,
  daysLate,
  end,
  firmnesses,
  give,
  isOverdue,
  reopen,
  standingOf,
  toldToOwner,
  type Firmness,
  type PromiseEvent,
  type PromiseStanding,
  type PromiseState,
} from './promise.ts';
export { countedAt, mostReliableFirst, outcomeOf, reliabilityOf, type Counted, type Reliability } from './reliability.ts';
export { noticePromises, type NoticedPromise } from './noticing/notice.ts';
