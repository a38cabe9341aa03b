import { Badge } from '#kit/web/badge.tsx';
import { IconButton } from '#kit/web/button.tsx';
import { useMessages, type Say } from '#kit/web/i18n/language.tsx';
import { CloseIcon } from '#kit/web/icons.tsx';
import { Link as PageLink } from '#kit/web/link.tsx';
import { otherEnd, useEndLink, type Circle, type Link, type Person } from './circle.ts';

type Given = { circle: Circle; middle: Person; asOf: string | undefined };

/** The same circle in words: each link of the customer, and through whom the others are known. */
export function CircleList({ circle, middle, asOf }: Given) {
  const say = useMessages();
  const end = useEndLink();
  const byId = new Map(circle.people.map((person) => [person.id, person]));
  const own = circle.links.filter(({ from, to }) => from === middle.id || to === middle.id);
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {own.map((link) => {
          const person = byId.get(otherEnd(link, middle.id));
          if (!person) return null;
          return (
            <li key={link.id} className="flex items-center gap-3 py-1">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <Name person={person} asOf={asOf} />
                  <span className="text-sm text-ink-soft">{relation(link, middle, say)}</span>
                  {person.contactOnly && <Badge>{say('people.circle.no_customer')}</Badge>}
                </p>
                {link.note !== null && (
                  <p className="text-sm text-ink-soft">
                    <bdi>{link.note}</bdi>
                  </p>
                )}
                <Further circle={circle} through={person} middle={middle} asOf={asOf} />
              </div>
              {asOf === undefined && link.kind !== 'works_at' && (
                <IconButton
                  needs="workWithCustomers"
                  icon={CloseIcon}
                  label={say('people.circle.end', { name: person.name })}
                  onPress={() => void end(link)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {circle.isCut && <p className="text-sm text-ink-soft">{say('people.circle.cut')}</p>}
    </>
  );
}

/** Whom one of them knows in turn. */
function Further({ circle, through, middle, asOf }: { circle: Circle; through: Person; middle: Person; asOf: string | undefined }) {
  const say = useMessages();
  const ids = new Set(
    circle.links
      .filter(({ from, to }) => (from === through.id || to === through.id) && from !== middle.id && to !== middle.id)
      .map((link) => otherEnd(link, through.id)),
  );
  const further = circle.people.filter(({ id, step }) => step === 2 && ids.has(id));
  if (further.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-2 text-sm text-ink-soft">
      <span>{say('people.circle.through', { name: through.name })}</span>
      {further.map((person) => (
        <Name key={person.id} person={person} asOf={asOf} />
      ))}
    </p>
  );
}

function Name({ person, asOf }: { person: Person; asOf: string | undefined }) {
  return (
    <PageLink to={`/customers/${person.id}`} search={{ asOf }} look="name" className="inline-flex min-h-6 items-center">
      <bdi lang={person.language ?? undefined}>{person.name}</bdi>
    </PageLink>
  );
}

/** What the other one is to the customer. */
function relation(link: Link, middle: Person, say: Say): string {
  const isFirst = link.from === middle.id;
  if (link.kind === 'works_at') return say(isFirst ? 'people.circle.is.employs' : 'people.circle.is.works_at');
  if (link.kind !== 'referred') return say(`people.circle.is.${link.kind}`);
  return say(isFirst ? 'people.circle.is.sent_them' : 'people.circle.is.sent_by', { name: middle.name });
}
