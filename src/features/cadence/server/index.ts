export { cadence } from './feature.ts';
export { readCalendar } from './calendar.ts';
export { readLoad } from './load.ts';
export { followLists, listChanged, listForgotten } from './lists.ts';
export { noteAbsence, setWeek } from './hours.ts';
export { keepQuiet, quietOn } from './quiet.ts';
export { readPlanned } from './readings.ts';
export { reasonsToAct } from './reasons.ts';
export { makeRoutine } from './routines.ts';
