export { today } from './feature.ts';
export { readToday, readWaiting, type Today } from './today.ts';
