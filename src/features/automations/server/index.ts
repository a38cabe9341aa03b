export { automations } from './feature.ts';
export { makeWithHistory, type Looked } from './history.ts';
