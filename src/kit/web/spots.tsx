import { Fragment } from 'react';

/** A stretch of a text by the places of its first letter and of the letter after its last. */
export type Spot = readonly [number, number];

/** A text in which the stretches that somebody looked for are underlined: a mark that leaves joined-up letters joined. */
export function Spotted({ text, spots = [] }: { text: string; spots?: readonly Spot[] | undefined }) {
  let shown = 0;
  const parts = spots.map(([from, to]) => {
    const before = text.slice(shown, from);
    shown = to;
    return { before, found: text.slice(from, to), from };
  });
  return (
    <>
      {parts.map(({ before, found, from }) => (
        <Fragment key={from}>
          {before}
          <mark className="bg-transparent text-inherit underline decoration-accent decoration-2 underline-offset-4">{found}</mark>
        </Fragment>
      ))}
      {text.slice(shown)}
    </>
  );
}
