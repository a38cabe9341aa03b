export { longestWait, readErasure, type ErasureTold } from './erasing.ts';
export { personalDataFormats, type PersonalDataFormat } from './formats.ts';
export { forEver, retentionDays, type Retention } from './retention.ts';
export { personalPage, type TextPart } from './page.ts';
