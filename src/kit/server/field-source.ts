/**
 * Where a list finds a field that does not stand in the customers' rows, as SQL beside the row `s`: one value a customer, or a table of entries. Made by the
 * feature that owns the tables, for the lists that stand above it. Holds nothing that a person typed.
 */
export type FieldSource = { readonly one: string; readonly column: string } | Entries;

/** A table of entries, of which a customer may have several. */
export type Entries = {
  /** The table under its name in the statement, `customer_tag e`, and how an entry is the customer's. */
  readonly entries: string;
  readonly of: string;
  readonly column: string;
  /** Which entries are of this field, whoever's they are; `$1` is the workspace. Only where an index has them together. */
  readonly alone?: string;
  /** The type that values have beside the column, where it does not follow from the field's kind. */
  readonly type?: string;
  /** The columns of the first and the last day on which an entry holds, where it does not hold always; empty where that end is open. */
  readonly during?: readonly [since: string, until: string];
};

/** Entries of which a customer has at most one, and which an index holds in the order of the column and the customer: a list can be sorted by them. */
export type OrderedEntries = Entries & {
  readonly type: string;
  /** The column that names the customer. */
  readonly customer: string;
  /** The values of the column one after the other, where their order is not that of the column. */
  readonly ranges: readonly string[] | undefined;
};
