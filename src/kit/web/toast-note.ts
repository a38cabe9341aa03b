/** Something that was done, or could not be. */
export type Note = {
  readonly text: string;
  /** Takes back what was just done. */
  readonly undo?: () => void;
  readonly tone?: 'calm' | 'bad';
  /** The text of an earlier note that is no longer so. */
  readonly overtakes?: string;
};
