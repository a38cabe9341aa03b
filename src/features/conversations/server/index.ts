export { conversations } from './feature.ts';
export { customerOfTouchpoint, logTouchpoint, logTouchpoints, type ParticipantsTold, type TouchpointToLog } from './actions.ts';
export { readTimeline, type TimelineAsked } from './timeline.ts';
export { attemptedOn, lastTouchpoints, timeSpent, type LastTouchpoint } from './at-hand-store.ts';
export { sumTouchpoints, touchpointsOfSpan, type TouchOfDay, type TouchSums } from './day-store.ts';
export { reasonsToAct } from './reasons.ts';
