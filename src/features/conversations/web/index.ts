export { entryOf, type ByHand, type Entry } from './log-entry.ts';
export { LogForm } from './log-form.tsx';
export { Pulse } from './pulse.tsx';
export { TimelineSection } from './timeline-section.tsx';
export { TouchpointFields } from './touchpoint-fields.tsx';
