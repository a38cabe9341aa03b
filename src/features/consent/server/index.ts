export { noteConsent } from './actions.ts';
export { consent } from './feature.ts';
