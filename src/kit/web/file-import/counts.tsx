import { useFormats, useMessages } from '../i18n/language.tsx';

/** How often, by what. */
type Counts = Readonly<Record<string, number>>;

export function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The most frequent first; what never was is left out. */
export function byCount(counts: Counts): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, one], [, other]) => other - one);
}

/** Kinds of rows with how many there are, under a heading. Nothing where there are none. */
export function CountList({ title, counts, word }: { title?: string; counts: Counts; word: (kind: string) => string }) {
  const { number } = useFormats();
  if (sumOf(counts) === 0) return null;
  return (
    <div>
      {title !== undefined && <h3 className="font-medium">{title}</h3>}
      <ul className="flex max-w-prose flex-col divide-y divide-line">
        {byCount(counts).map(([kind, count]) => (
          <li key={kind} className="flex items-baseline justify-between gap-6 py-1.5">
            <span>{word(kind)}</span>
            <span className="tabular">{number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Sum = {
  /** What came in, in words and figures. */
  readonly rows: readonly (readonly [words: string, count: number])[];
  readonly setAside: Counts;
  readonly reason: (reason: string) => string;
  readonly total: readonly [words: string, count: number];
};

/** What became of every row of a file: what was set aside by why, and under the line what it all comes to. */
export function Ledger({ rows, setAside, reason, total }: Sum) {
  const say = useMessages();
  const { number } = useFormats();
  const figure = 'tabular ps-6 text-end';
  const all = [...rows, [say('kit.import.setAside'), sumOf(setAside)] as const];
  return (
    <table className="w-full max-w-prose">
      <tbody>
        {all.map(([words, count]) => (
          <tr key={words}>
            <th scope="row" className="py-1.5 text-start font-medium">
              {words}
            </th>
            <td className={`py-1.5 ${figure}`}>{number(count)}</td>
          </tr>
        ))}
        {byCount(setAside).map(([why, count]) => (
          <tr key={why} className="text-sm text-ink-soft">
            <th scope="row" className="py-1 ps-5 text-start font-normal">
              {reason(why)}
            </th>
            {/* Stands further in, so that nobody adds it a second time. */}
            <td className="tabular py-1 pe-24 text-end">{number(count)}</td>
          </tr>
        ))}
      </tbody>
      <tbody aria-hidden="true">
        <tr className="h-2" />
      </tbody>
      <tfoot className="border-t-2 border-ink font-semibold">
        <tr>
          <th scope="row" className="py-2 text-start">
            {total[0]}
          </th>
          <td className={`py-2 ${figure}`}>{number(total[1])}</td>
        </tr>
      </tfoot>
    </table>
  );
}
