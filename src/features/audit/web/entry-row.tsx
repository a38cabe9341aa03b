import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import type { Entry } from './audit.ts';

/** One entry: what, who, when, about whom, and what became different. */
export function EntryRow({ entry }: { entry: Entry }) {
  const say = useMessages();
  const formats = useFormats();
  const { by, via, customer, subjectName, number } = entry;
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-medium wrap-anywhere">{entry.name}</span>
        <time dateTime={entry.at} className="tabular text-sm text-ink-soft">
          {formats.moment(entry.at)}
        </time>
      </p>
      <p className="tabular text-sm text-ink-soft">
        <bdi>{by && via ? say('audit.by_via', { by: by.name, via: via.text }) : (by?.name ?? via?.text ?? say('audit.by_itself'))}</bdi>
        {subjectName !== null && (
          <>
            {' · '}
            <bdi>{subjectName}</bdi>
          </>
        )}
        {customer && (
          <>
            {' · '}
            {customer.name === null ? (
              say('audit.gone')
            ) : (
              <Link to={`/customers/${customer.id}`}>
                <bdi>{customer.name}</bdi>
              </Link>
            )}
          </>
        )}
        {' · '}
        {number === null ? say('audit.waits') : say('audit.place', { number })}
      </p>
      <Parts entry={entry} />
    </div>
  );
}

function Parts({ entry }: { entry: Entry }) {
  const say = useMessages();
  if (entry.isForgotten) return <p className="text-sm text-ink-soft">{say('audit.forgotten')}</p>;
  if (entry.isHidden) return <p className="text-sm text-ink-soft">{say('audit.hidden')}</p>;
  if (entry.changes.length === 0 && entry.told.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-0.5 text-sm">
      {entry.changes.map(({ field, name, before, after }) => (
        <Part key={`change ${field}`} name={name}>
          <del className="text-ink-soft decoration-1">
            <bdi>{before === '' ? say('audit.nothing') : before}</bdi>
          </del>{' '}
          <ins className="no-underline">
            <bdi>{after === '' ? say('audit.nothing') : after}</bdi>
          </ins>
        </Part>
      ))}
      {entry.told.map(({ field, name, text }) => (
        <Part key={`told ${field}`} name={name}>
          <bdi>{text}</bdi>
        </Part>
      ))}
    </dl>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
