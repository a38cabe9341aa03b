export { backup } from './feature.ts';
