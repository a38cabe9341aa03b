import { WebChart } from '#kit/web/charts/index.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { initials, layOut } from '../../domain/index.ts';
import type { Circle, Person } from './circle.ts';

/** As many as can be told apart: on a narrow screen only those one step away. The list has them all. */
const ROOM = { narrow: { inner: 6, outer: 0, height: 300 }, wide: { inner: 9, outer: 12, height: 380 } } as const;

/** A customer in the middle of the people they know. */
export function CircleDrawing({ circle, middle, asOf }: { circle: Circle; middle: Person; asOf: string | undefined }) {
  const say = useMessages();
  const byId = new Map(circle.people.map((person) => [person.id, person]));
  const reaches = circle.people.some(({ step }) => step === 2);
  const { height } = reaches ? ROOM.wide : ROOM.narrow;

  function nodes(width: number) {
    const { inner, outer } = width < 480 ? ROOM.narrow : ROOM.wide;
    const near = circle.people.filter(({ step }) => step === 1).slice(0, inner);
    const far = circle.people.filter(({ step }) => step === 2).slice(0, outer);
    const shown = new Set([middle, ...near, ...far].map(({ id }) => id));
    const links = circle.links.filter(({ from, to }) => shown.has(from) && shown.has(to));
    return layOut(middle.id, links).flatMap(({ id, step, x, y }) => {
      const person = byId.get(id);
      // Where nobody stands further out, the inner ring has the whole room.
      const wider = far.length === 0 ? 1.75 : 1;
      return person ? [{ id, x: x * wider, y: y * wider, content: <Dot person={person} step={step} asOf={asOf} /> }] : [];
    });
  }

  return (
    <WebChart
      label={say('people.circle.drawing', { name: middle.name, count: circle.people.length - 1 })}
      height={height}
      nodes={nodes}
      lines={circle.links.map(({ id, from, to, kind }) => ({ id, from, to, isArrow: kind === 'referred' }))}
    />
  );
}

function Dot({ person, step, asOf }: { person: Person; step: number; asOf: string | undefined }) {
  const { size, tone } = LOOKS[step] ?? LOOKS[2];
  const inside = (
    <>
      <span aria-hidden="true" className={`flex items-center justify-center rounded-full font-semibold ${size} ${tone}`}>
        {initials(person)}
      </span>
      <bdi
        lang={person.language ?? undefined}
        className={`max-w-26 truncate rounded bg-paper/85 px-1 text-xs ${step === 0 ? 'font-semibold' : 'group-hover:text-accent'}`}
      >
        {person.name}
      </bdi>
    </>
  );
  if (step === 0) return <div className="flex flex-col items-center gap-0.5">{inside}</div>;
  return (
    <Link
      to={`/customers/${person.id}`}
      search={{ asOf }}
      look="bare"
      className="group flex flex-col items-center gap-0.5 rounded-md outline-offset-2"
    >
      {inside}
    </Link>
  );
}

const LOOKS = [
  { size: 'size-12 text-base', tone: 'bg-accent text-on-accent' },
  { size: 'size-9 text-sm', tone: 'bg-accent-soft text-accent-strong' },
  { size: 'size-7 text-xs', tone: 'bg-wash text-ink-soft ring-1 ring-line-strong ring-inset' },
] as const;
