/** What a column of a sales export can tell, in the order in which people are shown them. */
export const importFields = [
  'purchaseNumber',
  'placedAt',
  'placedTime',
  'customerNumber',
  'customerName',
  'customerEmail',
  'customerPhone',
  'country',
  'productCode',
  'productName',
  'quantity',
  'unitPrice',
  'lineTotal',
  'discount',
  'currency',
  'kind',
] as const;

export type ImportField = (typeof importFields)[number];
