export { conversations } from './feature.ts';
export { customerOfTouchpoint, logTouchpoint, logTouchpoints, readTimeline, type TimelineAsked } from './actions.ts';
export { attemptedOn, lastTouchpoints, timeSpent, type LastTouchpoint } from './at-hand-store.ts';
export { reasonsToAct } from './reasons.ts';
