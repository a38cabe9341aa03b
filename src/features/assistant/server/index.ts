export { Refused, type Interface } from './ask.ts';
export { assistant } from './feature.ts';
export { loadAssistant } from './load.ts';
export { tools } from './tools.ts';
