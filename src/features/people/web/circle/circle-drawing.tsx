import { WebChart } from '#kit/web/charts/index.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { initials, layOut } from '../../domain/index.ts';
import type { Circle, Person } from './circle.ts';

/** As many as can be told apart: on a narrow screen only those one step away. The list has them all. */
const ROOM = { narrow: { inner: 6, outer: 0 }, wide: { inner: 7, outer: 10 } } as const;

/** A customer in the middle of the people they know. */
export function CircleDrawing({ circle, middle, asOf }: { circle: Circle; middle: Person; asOf: string | undefined }) {
  const say = useMessages();
  const byId = new Map(circle.people.map((person) => [person.id, person]));

  function nodes(width: number) {
    const { inner, outer } = width < 480 ? ROOM.narrow : ROOM.wide;
    const near = circle.people.filter(({ step }) => step === 1).slice(0, inner);
    const far = circle.people.filter(({ step }) => step === 2).slice(0, outer);
    const shown = new Set([middle, ...near, ...far].map(({ id }) => id));
    const links = circle.links.filter(({ from, to }) => shown.has(from) && shown.has(to));
    // Where nobody stands further out, the inner ring has the whole room.
    const wide = far.length === 0 ? 1.6 : 1;
    return layOut(middle.id, links).flatMap(({ id, step, x, y }) => {
      const person = byId.get(id);
      return person ? [{ id, x: x * wide, y: y * wide, content: <Dot person={person} step={step} asOf={asOf} /> }] : [];
    });
  }

  return (
    <WebChart
      label={say('people.circle.drawing', { name: middle.name, count: circle.people.length - 1 })}
      nodes={nodes}
      lines={circle.links.map(({ id, from, to, kind }) => ({ id, from, to, isArrow: kind === 'referred' }))}
    />
  );
}

function Dot({ person, step, asOf }: { person: Person; step: number; asOf: string | undefined }) {
  const { size, up, tone } = LOOKS[step] ?? LOOKS[2];
  const inside = (
    <>
      <span aria-hidden="true" className={`flex items-center justify-center rounded-full font-semibold ${size} ${tone}`}>
        {initials(person)}
      </span>
      <bdi
        lang={person.language ?? undefined}
        className={`truncate rounded bg-paper/85 px-1 text-xs ${step === 0 ? 'max-w-40 font-semibold' : 'max-w-24 group-hover:text-accent'}`}
      >
        {person.name}
      </bdi>
    </>
  );
  if (step === 0) return <div className={`flex flex-col items-center gap-0.5 ${up}`}>{inside}</div>;
  return (
    <Link
      to={`/customers/${person.id}`}
      search={{ asOf }}
      look="bare"
      className={`group flex flex-col items-center gap-0.5 rounded-md outline-offset-2 ${up}`}
    >
      {inside}
    </Link>
  );
}

const LOOKS = [
  { size: 'size-12 text-base', up: '-mt-6', tone: 'bg-accent text-on-accent' },
  { size: 'size-9 text-sm', up: '-mt-4.5', tone: 'bg-accent-soft text-accent-strong' },
  { size: 'size-7 text-xs', up: '-mt-3.5', tone: 'bg-paper text-ink-soft ring-1 ring-line-strong ring-inset' },
] as const;
