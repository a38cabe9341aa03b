export { quickEntry } from './feature.ts';
