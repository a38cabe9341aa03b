import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Options } from '#kit/web/options.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { Popover } from '#kit/web/popover.tsx';
import { SearchField } from '#kit/web/search-field.tsx';
import { Ticks } from '#kit/web/ticks.tsx';
import { riskBands, stages } from '../domain/index.ts';
import { chosenOf, someOf, type CustomersSearch } from './customers-search.ts';

type Given = {
  search: CustomersSearch;
  /** `typing` leaves no step for the back button. */
  onChange: (change: Partial<CustomersSearch>, typing?: boolean) => void;
  /** What else stands in the line, and at its end. */
  children: ReactNode;
  aside: ReactNode;
};

/** Whom to show: by name, stage, risk, and who answers for them. */
export function Filters({ search, onChange, children, aside }: Given) {
  const say = useMessages();
  return (
    <div role="search" className="flex flex-wrap items-center gap-3">
      <NameField name={search.name ?? ''} onChange={(name) => onChange({ name: name || undefined }, true)} />
      <div className="flex items-center gap-3 max-md:relative max-md:-mx-4 max-md:w-[calc(100%+2rem)] max-md:overflow-x-auto max-md:px-4 max-md:py-1 max-md:[scrollbar-width:none] md:grow md:flex-wrap">
        <Several
          label={say('customers.column.stage')}
          choices={stages.map((id) => ({ id, text: say(`customers.stage.${id}`) }))}
          chosen={chosenOf(search.stage, stages)}
          onChange={(chosen) => onChange({ stage: someOf(chosen.join(','), stages) })}
        />
        <Several
          label={say('customers.column.risk')}
          choices={riskBands.map((id) => ({ id, text: say(`customers.risk.${id}`) }))}
          chosen={chosenOf(search.risk, riskBands)}
          onChange={(chosen) => onChange({ risk: someOf(chosen.join(','), riskBands) })}
        />
        <Owner owner={search.owner} onChange={(owner) => onChange({ owner })} />
        {children}
        {aside}
      </div>
    </div>
  );
}

/** The list follows shortly after the typing rests; from the field, the arrow goes into it. */
function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const say = useMessages();
  const [typed, setTyped] = useState(name);
  const told = useRef(name);
  useEffect(() => {
    if (name === told.current) return;
    told.current = name;
    setTyped(name);
  }, [name]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const rest = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, 150);
    return () => clearTimeout(rest);
  }, [typed, onChange]);
  return (
    <div data-find className="flex w-full md:w-80">
      <SearchField
        label={say('customers.find')}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('[role=table] [data-index] a')?.focus();
        }}
      />
    </div>
  );
}

/** Any of a few; none chosen means all. */
function Several<Id extends string>(given: {
  label: string;
  choices: readonly { readonly id: Id; readonly text: string }[];
  chosen: readonly Id[];
  onChange: (chosen: readonly Id[]) => void;
}) {
  const formats = useFormats();
  const { label, choices, chosen, onChange } = given;
  const names = choices.filter(({ id }) => chosen.includes(id)).map(({ text }) => text);
  return (
    <Choice label={label} chosen={formats.list(names)}>
      <Ticks choices={choices} chosen={chosen} onChange={onChange} />
    </Choice>
  );
}

/** A filter as a button that says what it lets through. */
function Choice(given: { label: string; chosen: string; children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <Popover
      label={given.label}
      trigger={
        <Button>
          {given.label}
          {given.chosen !== '' && <bdi className="max-w-36 truncate text-accent">{given.chosen}</bdi>}
          <ChevronDownIcon className="-me-1 size-4 text-ink-faint" />
        </Button>
      }
    >
      {given.children}
    </Popover>
  );
}

const access = apiOf<typeof accessApi>();

/** Who answers for them; nothing to choose where one colleague answers for all. */
function Owner({ owner, onChange }: { owner: string | undefined; onChange: (owner: string | undefined) => void }) {
  const say = useMessages();
  const { colleague } = useSignedIn();
  const { data } = useQuery(access.query('get', '/api/colleagues'));
  const colleagues = data?.colleagues ?? [];
  if (colleagues.length < 2 && owner === undefined) return null;
  const others = colleagues.filter(({ id }) => id !== colleague.id).map(({ id, name }) => ({ id, text: name }));
  const label = say('customers.column.owner');
  const choices = [
    { id: 'all', text: say('customers.filter.everyone') },
    { id: colleague.id, text: say('customers.filter.mine') },
    ...others,
  ];
  return (
    <Choice label={label} chosen={choices.find(({ id }) => id === owner)?.text ?? ''}>
      {(close) => (
        <div className="max-w-52">
          <Options
            label={label}
            value={owner ?? 'all'}
            choices={choices}
            onChange={(id) => {
              close();
              onChange(id === 'all' ? undefined : id);
            }}
          />
        </div>
      )}
    </Choice>
  );
}
