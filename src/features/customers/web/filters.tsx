import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { Popover } from '#kit/web/popover.tsx';
import { Select } from '#kit/web/select.tsx';
import { SearchField } from '#kit/web/text-field.tsx';
import { riskBands, stages } from '../domain/index.ts';
import { chosenOf, isFiltered, someOf, type CustomersSearch } from './customers-search.ts';

type Given = {
  search: CustomersSearch;
  /** `typing` leaves no step for the back button. */
  onChange: (change: Partial<CustomersSearch>, typing?: boolean) => void;
  /** What else stands in the line. */
  children: ReactNode;
};

/** Whom to show: by name, stage, risk, and who answers for them. */
export function Filters({ search, onChange, children }: Given) {
  const say = useMessages();
  return (
    <div role="search" className="flex flex-wrap items-center gap-3">
      <NameField name={search.name ?? ''} onChange={(name) => onChange({ name: name || undefined }, true)} />
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
      {isFiltered(search) && (
        <Button look="quiet" onPress={() => onChange({ name: undefined, stage: undefined, risk: undefined, owner: undefined })}>
          {say('customers.filter.clear')}
        </Button>
      )}
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
    <div data-find className="flex min-w-full grow sm:min-w-64">
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
    <Popover
      label={label}
      trigger={
        <Button>
          {label}
          {names.length > 0 && <span className="max-w-52 truncate text-accent">{formats.list(names)}</span>}
          <ChevronDownIcon className="-me-1 size-4 text-ink-faint" />
        </Button>
      }
    >
      <div className="flex min-w-44 flex-col">
        {choices.map(({ id, text }) => (
          <Checkbox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
          >
            {text}
          </Checkbox>
        ))}
      </div>
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
  const choices = [
    { id: 'all', text: say('customers.filter.everyone') },
    { id: colleague.id, text: say('customers.filter.mine') },
    ...others,
  ];
  return (
    <span className="w-44">
      <Select
        label={say('customers.column.owner')}
        labelHidden
        choices={choices}
        value={owner ?? 'all'}
        onChange={(id) => onChange(id === 'all' ? undefined : id)}
      />
    </span>
  );
}
