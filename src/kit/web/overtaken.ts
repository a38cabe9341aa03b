import { Problem } from './problem.ts';

/** Somebody else has changed what one is about to change: the record as it is now, and the fields that both mean. */
export class Overtaken<Shape> extends Error {
  readonly now: Shape;
  readonly version: string | undefined;
  readonly fields: readonly string[];

  constructor(now: Shape, version: string | undefined, fields: readonly string[]) {
    super('overtaken');
    this.name = 'Overtaken';
    this.now = now;
    this.version = version;
    this.fields = fields;
  }
}

/**
 * Sends a change of some fields of a record. Where somebody has changed the record since it was read, it is read again: if they changed other fields, both
 * changes stand and nobody is asked; if they changed the same, `Overtaken` says which.
 */
export async function sendOver<Shape extends object, Answer>(given: {
  /** As it was when the form was opened. */
  readonly before: Shape;
  readonly version: string | undefined;
  readonly change: object;
  /** Names of the fields that one name in the change stands for, where they are called otherwise in the record. */
  readonly alias?: Readonly<Record<string, string>>;
  readonly send: (version: string | undefined) => Promise<Answer>;
  readonly readAgain: () => Promise<{ readonly now: Shape; readonly version: string | undefined }>;
}): Promise<Answer> {
  const { before, change, alias = {}, send, readAgain } = given;
  try {
    return await send(given.version);
  } catch (error) {
    if (!(error instanceof Problem && error.status === 412)) throw error;
    const { now, version } = await readAgain();
    const mine = Object.keys(change).map((field) => alias[field] ?? field);
    const theirs = changedFields(before, now);
    const both = [...new Set(mine)].filter((field) => theirs.has(field));
    if (both.length > 0) throw new Overtaken(now, version, both);
    return await send(version);
  }
}

/** In which fields two records differ. */
export function changedFields(before: object, now: object): ReadonlySet<string> {
  const after = new Map<string, unknown>(Object.entries(now));
  return new Set(
    Object.entries(before).flatMap(([field, value]) => (JSON.stringify(value) === JSON.stringify(after.get(field)) ? [] : [field])),
  );
}
