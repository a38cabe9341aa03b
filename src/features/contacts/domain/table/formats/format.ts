import type { ContactField } from '../fields.ts';

/** A program's export file, told by its headers: what each of its columns means. */
export type ContactFormat = {
  /** Names the program in the messages and remembers whose keys the rows carry. */
  readonly source: 'google' | 'outlook' | 'hubspot' | 'salesforce' | 'tend';
  /** Headers that no other program writes together. */
  readonly signature: readonly string[];
  /** Header, field, and what the column is for; `#` stands for a number, by which columns belong together, and a number of its own for a slot. */
  readonly columns: readonly (readonly [header: string, field: ContactField, label?: string | undefined, slot?: number])[];
  /** What stands between several values in one cell. */
  readonly between?: string;
  /** The order of its dates where a file has none that tells. */
  readonly dateOrder?: 'dmy' | 'mdy';
};
