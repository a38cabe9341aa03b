export { keyCustomerUnheard, type KeyCustomerSilence } from './key-customer-unheard.ts';
export { readQuickEntry, type QuickEntry } from './quick-entry/quick-entry.ts';
export {
  isRealContact,
  readTouchpoint,
  talkKinds,
  touchpointKinds,
  type Direction,
  type Touchpoint,
  type TouchpointKind,
  type TouchpointTold,
} from './touchpoint.ts';
