export { describeImport } from './describe-import.ts';
export { fileImports, type FileToTake } from './file-imports.ts';
export type { FileImport } from './file-import-store.ts';
export { bringFile, mappingFrom, report } from './from-terminal.ts';
export { leftOutFile, type LeftOutTable } from './left-out-file.ts';
