export { LogForm } from './log-form.tsx';
export { Pulse } from './pulse.tsx';
export { TimelineSection } from './timeline-section.tsx';
