export { keyCustomerUnheard, type KeyCustomerSilence } from './key-customer-unheard.ts';
export { listeningStandard, nobodyListened, type TalkShare } from './nobody-listened.ts';
export { pulseFell, type PulseReading } from './pulse-fell.ts';
export { nameInQuickEntry, readQuickEntry, type QuickEntry } from './quick-entry/quick-entry.ts';
export {
  correctTouchpoint,
  differences,
  isRealContact,
  isTalk,
  readTouchpoint,
  talkKinds,
  touchpointKinds,
  type Direction,
  type Touchpoint,
  type TouchpointCorrection,
  type TouchpointKind,
  type TouchpointTold,
} from './touchpoint.ts';
