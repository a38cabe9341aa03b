/** Reads PostgreSQL's COPY text of rows `uuid TAB {days} TAB {sold} TAB {returned}`, piece by piece. */
export class HistoryReader {
  #rest = '';
  readonly #take: (customer: string, days: number[], sold: number[], returned: number[]) => void;

  constructor(take: (customer: string, days: number[], sold: number[], returned: number[]) => void) {
    this.#take = take;
  }

  push(piece: Buffer): void {
    const text = this.#rest + piece.toString('latin1');
    let from = 0;
    for (;;) {
      const end = text.indexOf('\n', from);
      if (end < 0) break;
      this.#row(text, from, end);
      from = end + 1;
    }
    this.#rest = text.slice(from);
  }

  #row(text: string, from: number, end: number): void {
    const days = text.indexOf('\t', from);
    const sold = text.indexOf('\t', days + 1);
    const returned = text.indexOf('\t', sold + 1);
    this.#take(text.slice(from, days), integers(text, days + 1, sold), integers(text, sold + 1, returned), integers(text, returned + 1, end));
  }
}

// Digits are summed up by hand: splitting ten million numbers into strings first costs several times as much.
function integers(text: string, from: number, end: number): number[] {
  const values: number[] = [];
  let value = 0;
  let negative = false;
  for (let at = from + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + (code - 48);
    else if (code === 45) negative = true;
    else {
      values.push(negative ? -value : value);
      value = 0;
      negative = false;
    }
  }
  return values;
}
