export type { Delimiter } from './dialect.ts';
export { delimitedRow } from './delimited-text.ts';
export type { EncodingGrounds } from './encoding.ts';
export type { OtherKind } from './file-kind.ts';
export type { Row } from './row.ts';
export type { ReadingOptions } from './table-bytes.ts';
export { examineTable, readRows, type TableFile, type TableFormat } from './table-file.ts';
