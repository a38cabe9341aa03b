export { attemptsInARound, daysOfPause, nextStep, reachableBy, suggestChannel, type NextStep, type Suggested } from './attempts.ts';
export { contactWindow, leastWindow, type ClockFigures, type ContactWindow } from './clock.ts';
export { contactDue, underTheFloor, type DueContact } from './contact-due.ts';
export { dayNumberOf, dayOf, weekdayOf } from './day-number.ts';
export { floorTerms, readFloor, usualFloor, type Floor } from './floor.ts';
export { level, unlevelled, type Load, type TalkToPlace } from './levelling.ts';
export { countryAt, usualWeek } from './place.ts';
export { daysToCatchUp, planWindow, stillHolds, type ContactToPlan, type PlannedWindow, type StandingPlan } from './planning.ts';
export { firstDayNotQuiet, isQuiet, readQuietPeriod, type QuietPeriod, type QuietTold } from './quiet.ts';
export {
  channels,
  minutesBy,
  readRoutine,
  targetKinds,
  type Channel,
  type RoutineTerms,
  type RoutineTold,
  type TargetKind,
} from './routine.ts';
export {
  minutesAtWork,
  readAbsence,
  readWorkingWeek,
  workingCalendar,
  type Absence,
  type CalendarGiven,
  type WorkingCalendar,
  type WorkingWeek,
} from './working-calendar.ts';
