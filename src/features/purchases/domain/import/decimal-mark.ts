import { memo } from './memo.ts';
import { markShownBy, type DecimalMark } from './numbers.ts';

export type DecimalMarkWatch = {
  see(written: string): void;
  conclude(): { readonly mark: DecimalMark | 'ask'; readonly examples: readonly string[] };
};

/** Sees the written numbers of a file and tells its decimal mark; `ask` when all there is are numbers such as 1,234. */
export function createDecimalMarkWatch(): DecimalMarkWatch {
  const shown = { '.': 0, ',': 0, either: 0 };
  const examples: string[] = [];
  const shownBy = memo((written) => markShownBy(written) ?? 'nothing');
  return {
    see(written) {
      if (written.length > 60) return;
      const mark = shownBy(written);
      if (mark === 'nothing') return;
      shown[mark]++;
      if (mark === 'either' && examples.length < 3) examples.push(written.trim());
    },
    conclude() {
      const { '.': point, ',': comma, either } = shown;
      if (point + comma === 0) return { mark: either > 0 ? 'ask' : '.', examples };
      if (point >= 9 * comma) return { mark: '.', examples };
      if (comma >= 9 * point) return { mark: ',', examples };
      return { mark: 'ask', examples };
    },
  };
}
