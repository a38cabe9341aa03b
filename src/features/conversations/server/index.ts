export { conversations } from './feature.ts';
export { logTouchpoint, readTimeline, removeTouchpoint, type TimelineAsked } from './actions.ts';
export { reasonsToAct } from './reasons.ts';
