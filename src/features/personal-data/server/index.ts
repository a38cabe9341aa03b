export { personalData } from './feature.ts';
export { askToErase } from './erase.ts';
export { partsOf } from './gather.ts';
