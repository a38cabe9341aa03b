export { audit } from './feature.ts';
export { sealWorkspace } from './seal.ts';
export { verdictOf } from './verdict.ts';
