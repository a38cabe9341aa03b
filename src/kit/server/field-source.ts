/**
 * Where a list finds a field that does not stand in the customers' rows, as SQL beside the row `s`: one value a customer, or several. Made by
 * the feature that owns the tables, for the lists that stand above it. Holds nothing that a person typed.
 */
export type FieldSource =
  | { readonly one: string; readonly column: string }
  /** `several`: the customer's entries, `from … where …`, with the one value of each in `column`. */
  | { readonly several: string; readonly column: string };
