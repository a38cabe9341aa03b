export { entryOf, type ByHand, type Entry } from './log-entry.ts';
export { LogForm, type LogCompanion } from './log-form.tsx';
export type { Told } from './touchpoints.ts';
export { Pulse } from './pulse.tsx';
export { PulseSection } from './pulse-section.tsx';
export { TimelineSection } from './timeline-section.tsx';
export { PulseField, TouchpointFields } from './touchpoint-fields.tsx';
