export { isOurWord, readDecline, readSnooze } from './answering.ts';
export { sentenceValues, type EvidenceWords } from './evidence.ts';
export { attentionOf, reasonsFor, suggestedAction, type Attention } from './attention.ts';
export { fitting } from './day-plan.ts';
export { standingReasons, type LastTouch, type ReasonAnswer } from './standing.ts';
