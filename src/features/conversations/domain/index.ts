export { keyCustomerUnheard, type KeyCustomerSilence } from './key-customer-unheard.ts';
export { nobodyListened, type TalkShare } from './nobody-listened.ts';
export { pulseFell, type PulseReading } from './pulse-fell.ts';
export { pulseTrend, type PulseTrend } from './pulse-trend.ts';
export { nameInQuickEntry, readQuickEntry, type QuickEntry } from './quick-entry/quick-entry.ts';
export {
  correctTouchpoint,
  differences,
  isAttempt,
  isRealContact,
  isTalk,
  readTouchpoint,
  talkKinds,
  touchpointKinds,
  writtenKinds,
  type Direction,
  type Touchpoint,
  type TouchpointCorrection,
  type TouchpointKind,
  type TouchpointTold,
} from './touchpoint.ts';
