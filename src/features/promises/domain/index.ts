export { nearMoments, type NearMoment } from './near-moments.ts';
export { promiseDue, type DuePromise } from './promise-due.ts';
export {
  after,
  askTime,
  daysLate,
  end,
  give,
  isOverdue,
  reopen,
  standingOf,
  type PromiseEvent,
  type PromiseStanding,
  type PromiseState,
} from './promise.ts';
export { noticePromises, type NoticedPromise } from './noticing/notice.ts';
