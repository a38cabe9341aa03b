export { sample } from './feature.ts';
