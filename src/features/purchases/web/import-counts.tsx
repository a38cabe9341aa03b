import { useFormats } from '#kit/web/i18n/language.tsx';

type Counts = Readonly<Record<string, number>>;

export function setAsideOf({ setAside }: { readonly setAside: Counts }): number {
  return Object.values(setAside).reduce((sum, count) => sum + count, 0);
}

/** Kinds of lines with how many there are, the most frequent first. */
export function CountList({ counts, word }: { counts: Counts; word: (kind: string) => string }) {
  const formats = useFormats();
  return (
    <ul className="flex max-w-prose flex-col divide-y divide-line">
      {byCount(counts).map(([kind, count]) => (
        <li key={kind} className="flex items-baseline justify-between gap-6 py-1.5">
          <span>{word(kind)}</span>
          <span className="tabular">{formats.number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

export function byCount(counts: Counts): [string, number][] {
  return Object.entries(counts).toSorted(([, one], [, other]) => other - one);
}
