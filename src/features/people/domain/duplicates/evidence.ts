import type { Shares } from './model.ts';

/** What one field says about two customers being one. */
export type Evidence = {
  readonly field: 'family' | 'given' | 'middle' | 'names' | 'name' | 'email' | 'phone' | 'birthday' | 'address' | 'organization' | 'domain';
  /** In which way they agree or not: the reason's sentence is the message `duplicates.reason.<field>.<how>`. */
  readonly how: string;
  /** The natural logarithm of how many times as likely it is of one customer as of strangers; negative where it speaks against. */
  readonly same: number;
  /** The same for relatives and branches. */
  readonly close: number;
};

export function weigh(field: Evidence['field'], how: string, shares: Shares): Evidence {
  return { field, how, same: Math.log(shares.same / shares.strangers), close: Math.log(shares.close / shares.strangers) };
}
