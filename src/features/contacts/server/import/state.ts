import type { Customer, PreparedCustomer, Ties } from '#features/people/server/index.ts';
import type { Contact, Written } from '../../domain/index.ts';

/** Who answers for a customer, and as what and since when they are known. */
export type Standing = Omit<PreparedCustomer, 'id' | 'details' | 'externalId'>;

/** What a customer was, and what the file makes of them. */
export type State = {
  readonly id: string;
  /** Undefined for one who is new. */
  readonly before: { readonly customer: Customer; readonly ties: Ties; readonly contact: Contact } | undefined;
  contact: Contact;
  written: Written;
  readonly keys: Set<string>;
  readonly standing: Standing;
  changed: boolean;
};
