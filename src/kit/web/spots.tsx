/** A stretch of a text by the places of its first letter and of the letter after its last. */
export type Spot = readonly [number, number];

/** A text in which the stretches that somebody looked for, in their order, are underlined: a mark that leaves joined-up letters joined. */
export function Spotted({ text, spots }: { text: string; spots?: readonly Spot[] | undefined }) {
  if (!spots || spots.length === 0) return text;
  return (
    <>
      {spots.map(([from, to], at) => (
        <span key={from}>
          {text.slice(spots[at - 1]?.[1] ?? 0, from)}
          <mark className="bg-transparent text-inherit underline decoration-accent decoration-2 underline-offset-4">
            {text.slice(from, to)}
          </mark>
        </span>
      ))}
      {text.slice(spots.at(-1)?.[1])}
    </>
  );
}
