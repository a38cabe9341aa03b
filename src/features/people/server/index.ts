export { people } from './feature.ts';
export { colleagueOf } from './automation/colleague-of.ts';
export {
  changeCustomer,
  createCustomer,
  namesOfCustomers,
  readCustomerOf,
  readCustomers,
  readCustomersToChange,
  requireCustomer,
  type Customer,
  type CustomerChange,
  type CustomerToMake,
} from './actions.ts';
export { customerAnswer, roleAnswer } from './answers.ts';
export type { ContactPointOf, PostalAddressOf, Standing } from './customer-row.ts';
export { handOverCustomers, readCare } from './hand-over.ts';
export { listKeyCustomer } from './key-customers.ts';
export { readablePhone, tidyPhone } from './phone.ts';
export { replaceContactPoints, writeContactPoints } from './reach-store.ts';
export { addContactRole, readRolesOf, type RolesRead } from './roles.ts';
export { insertRoles, type NewRole } from './role-store.ts';
export {
  insertCustomers,
  prepareCustomer,
  updateCustomers,
  type CustomerUpdate,
  type NewCustomer,
  type PreparedCustomer,
} from './write-customers.ts';
export { contactsOf, findCustomers, nameQuery, timeZonesOf, type Contact } from './find-store.ts';
export { ensureCustomers, makeCustomers, type NewlyMentioned } from './ensure-customers.ts';
export { listExternalIds } from './ensure-store.ts';
export { lookAtAllSoon } from './duplicates/look-soon.ts';
export {
  findCustomersByReach,
  findKnownCustomers,
  findPeopleNamed,
  listOrganizations,
  listParents,
  setParents,
  type KnownCustomer,
} from './exchange/match-store.ts';
export { countMostOfEach, listCustomersAfter, listTies, renameRoles, type Ties } from './exchange/ties-store.ts';
export { searchName, searchPatterns } from './names/search-name.ts';
export { searchText, type Findable, type SearchText } from './names/search-text.ts';
export { findAnyone } from './find/find-anyone.ts';
export { keepFindable } from './find/keep-findable.ts';
export type { Found } from './find/why.ts';
export { learnFacts, learnManyFacts, type FactToLearn, type LearnedFact } from './facts/learn.ts';
export { factsOfTouchpoints, type FactOfTouchpoint } from './facts/touchpoint-store.ts';
export { endGoal, setGoals, type GoalToSet } from './goals/actions.ts';
export { linkPeople, type LinkToMake } from './circle/actions.ts';
export { readCircle, whoCameThrough } from './circle/readings.ts';
export { openAttachment, removeStoredFiles } from './attachments/stored-files.ts';
export { clearAttachments } from './attachments/clear.ts';
export { openPhoto, putPhotos, readyPhoto, type ReadyPhoto } from './attachments/photos.ts';
export { reasonsToAct } from './reasons.ts';
export { listKeySince } from './summary-store.ts';
export { changeMany, restoreMany } from './change-many.ts';
export type { Changed, ManyChange } from './change-many-store.ts';
export { defineCustomField } from './custom-fields/actions.ts';
export {
  changeCustomOfMany,
  putCustomValues,
  restoreCustomOfMany,
  type ChosenByField,
  type CustomChanged,
} from './custom-fields/change-many.ts';
export { listCustomFields } from './custom-fields/field-store.ts';
export { customFieldOrder, customFieldSource } from './custom-fields/sources.ts';
export { answerCustomValues, type AnsweredValue } from './custom-fields/values.ts';
export { listRecordsShown, type RecordShown } from './record-columns-store.ts';
export { recordFieldSources } from './record-fields.ts';
export { changeTags, ensureTagsNamed, putTags } from './tags/actions.ts';
export { hasTag } from './tags/has-tag.ts';
export { listTags } from './tags/store.ts';
export { listSigns } from './erased/trace-store.ts';
export { leaveTraces, readErased, type ErasedPeople, type Sign } from './erased/traces.ts';
export { deleteCustomer, idsEverOf, listTiedTo, marksOf } from './erased/erasing-store.ts';
export { countUnheard, listUnheard, type Unheard, type UnheardAsked } from './unheard-store.ts';
export { hasCustomers, lockCustomer } from './store.ts';
export { lookAtAll as lookForDuplicates } from './duplicates/look.ts';
