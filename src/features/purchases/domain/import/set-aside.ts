import type { ImportField } from './fields.ts';

/** Why a line is not taken. Each has its sentence in the messages, under `import.reason.<code>`. */
export const setAsideReasons = [
  'quote_unclosed',
  'line_too_long',
  'nul_character',
  'too_many_cells',
  'header_repeated',
  'number_missing',
  'number_mangled',
  'text_too_long',
  'date_missing',
  'date_unreadable',
  'date_impossible',
  'date_out_of_range',
  'date_in_future',
  'time_unreadable',
  'quantity_missing',
  'quantity_unreadable',
  'quantity_zero',
  'price_missing',
  'price_unreadable',
  'price_negative',
  'total_missing',
  'total_unreadable',
  'total_contradicts',
  'discount_unreadable',
  'discount_too_large',
  'amount_too_large',
  'currency_unknown',
  'other_currency',
  'order_undone',
  'other_customer',
] as const;

export type SetAsideReason = (typeof setAsideReasons)[number];

export type SetAside = {
  readonly reason: SetAsideReason;
  readonly field: ImportField | undefined;
};
