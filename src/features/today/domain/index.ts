export { isOurWord, readDecline, readSnooze } from './answering.ts';
export { sentenceValues, type EvidenceWords } from './evidence.ts';
export { attentionOf, reasonsFor, suggestedAction, toThreeDigits, type Attention } from './attention.ts';
export { fitting, minutesOf, planDay, type Asking, type Because, type DayMarks, type DayPlan, type Planned } from './day-plan.ts';
export { minutesAvailable, readHours, type TimeOfDay } from './hours.ts';
export { reckoningOf, type Reckoning } from './reckoning.ts';
export { standingReasons, type LastTouch, type ReasonAnswer } from './standing.ts';
export { standingOf, whoHasRoom, type ColleagueDays, type LoadStanding } from './team-load.ts';
