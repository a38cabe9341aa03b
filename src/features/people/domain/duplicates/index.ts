export { judge, worthShowing, type DuplicateReason, type Judgement } from './judge.ts';
export type { BirthdayLike, Frequencies, Likeness, OrganizationLike, PersonLike, Word } from './likeness.ts';
export { nicknames } from './nicknames.ts';
export {
  customOpenToChoice,
  isOpenToChoice,
  mergeDetails,
  mergeFields,
  unmergeDetails,
  type Mergeable,
  type MergeChoices,
  type MergeField,
  type MergeSide,
} from './merge-customers.ts';
