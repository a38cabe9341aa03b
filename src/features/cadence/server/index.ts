export { cadence } from './feature.ts';
export { readLoad } from './load.ts';
export { followLists, listChanged, listForgotten } from './lists.ts';
export { noteAbsence } from './hours.ts';
export { keepQuiet, quietOn } from './quiet.ts';
export { reasonsToAct } from './reasons.ts';
export { talksOn, weeksOf, type TalksOfDay } from './reminding.ts';
export { makeRoutine } from './routines.ts';
