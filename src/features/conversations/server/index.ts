export { conversations } from './feature.ts';
export { customerOfTouchpoint, logTouchpoint, logTouchpoints, type ParticipantsTold, type TouchpointToLog } from './actions.ts';
export { readTimeline, type TimelineAsked } from './timeline.ts';
export { attemptedOn, lastTouchpoints, timeSpent, type LastTouchpoint } from './at-hand-store.ts';
export { reasonsToAct } from './reasons.ts';
