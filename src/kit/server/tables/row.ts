import { allTexts, type Cells } from '#kit/domain/cells.ts';

/** Why a row could not be taken apart with certainty. Its cells are then the line's text, cut at every delimiter. */
export type RowProblem = 'quote_unclosed' | 'line_too_long' | 'nul_character';

export class Row implements Cells {
  /** The line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly problem: RowProblem | undefined;
  readonly bytes: Buffer;
  readonly bounds: Int32Array;
  readonly offset: number;
  readonly count: number;

  constructor(line: number, problem: RowProblem | undefined, bytes: Buffer, bounds: Int32Array, offset: number, count: number) {
    this.line = line;
    this.problem = problem;
    this.bytes = bytes;
    this.bounds = bounds;
    this.offset = offset;
    this.count = count;
  }

  text(index: number): string {
    if (index < 0 || index >= this.count) return '';
    const place = this.offset + index * 2;
    return this.bytes.toString('utf8', this.bounds[place], this.bounds[place + 1]);
  }

  /** The cells as texts, made anew each time. */
  get cells(): string[] {
    return allTexts(this);
  }
}
