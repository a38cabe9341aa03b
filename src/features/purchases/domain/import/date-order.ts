import type { DateOrder } from './dates.ts';
import { plainText } from './plain-text.ts';

/** `ymd`: no date needs an order. `ask`: the dates fit either order and a person must say; it is never guessed. */
export type SettledOrder = DateOrder | 'ymd' | 'ask';

export type DateOrderWatch = {
  see(written: string): void;
  conclude(): { readonly order: SettledOrder; readonly examples: readonly string[] };
};

const yearLast = /^(?:\p{L}+[.,]? )?(\d{1,2})[-/. ] ?(\d{1,2})[-/. ] ?(?:\d{4,}|\d{2})(?!\d)/u;

/** Sees every written date of a column and tells whether any of them settles the order of day and month: 25/04 does, 03/04 does not. */
export function createDateOrderWatch(): DateOrderWatch {
  let last = '';
  let dayFirst = 0;
  let monthFirst = 0;
  let same = 0;
  let either = 0;
  const examples: string[] = [];
  return {
    see(written) {
      if (written === last || written.length > 60) return;
      last = written;
      const parts = yearLast.exec(plainText(written));
      if (!parts) return;
      const [one, two] = [Number(parts[1]), Number(parts[2])];
      if (one > 12 && one <= 31 && two <= 12) dayFirst++;
      else if (two > 12 && two <= 31 && one <= 12) monthFirst++;
      else if (one === two) same++;
      else if (one <= 12 && two <= 12) {
        either++;
        if (examples.length < 3) examples.push(written.trim());
      }
    },
    conclude() {
      if (dayFirst + monthFirst === 0) return { order: either > 0 ? 'ask' : same > 0 ? 'dmy' : 'ymd', examples };
      // A slip of the pen in a hundred does not make a file ambiguous; its line is set aside. More than that does.
      if (dayFirst >= 99 * monthFirst) return { order: 'dmy', examples };
      if (monthFirst >= 99 * dayFirst) return { order: 'mdy', examples };
      return { order: 'ask', examples };
    },
  };
}
