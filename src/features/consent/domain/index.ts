export {
  consentChannels,
  consentPurposes,
  consentSources,
  isAllowed,
  readConsent,
  standingConsents,
  type ConsentChannel,
  type ConsentPurpose,
  type ConsentSource,
  type ConsentTold,
  type ConsentWord,
} from './consent.ts';
