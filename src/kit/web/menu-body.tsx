import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { CheckIcon } from './icons.tsx';
import { Keys } from './keys.tsx';
import type { MenuEntry, MenuProps } from './menu-entry.ts';
import { useOpening } from './opening.ts';
import { POPOVER } from './popover-look.ts';

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-md px-3 py-1.5 text-sm outline-none data-focused:bg-accent-soft pointer-coarse:min-h-11';

/** The menu itself. It was pressed for, so it opens at once. */
export function MenuBody({ renderTrigger, label, side, entries }: MenuProps) {
  const { place, isOpen, setOpen } = useOpening();
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <span ref={place} className="contents">
        {renderTrigger({})}
      </span>
      <Popover placement={side === 'above' ? 'top start' : 'bottom end'} offset={6} className={`${POPOVER} min-w-52`}>
        <Menu aria-label={label} className="max-h-[80vh] overflow-auto p-1 outline-none">
          {entries.map((entry) => (
            <Entry key={'choices' in entry ? entry.title : entry.text} entry={entry} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('choices' in entry) return <Choices entry={entry} />;
  const { icon: Icon } = entry;
  return (
    <MenuItem textValue={entry.text} onAction={entry.run} className={`${ITEM} ${entry.danger === true ? 'text-red' : ''}`}>
      {Icon && <Icon className="size-[1.125rem] text-ink-faint" />}
      <span className="grow">{entry.text}</span>
      {entry.keys !== undefined && <Keys keys={entry.keys} />}
    </MenuItem>
  );
}

function Choices({ entry }: { entry: Extract<MenuEntry, { choices: unknown }> }) {
  return (
    <MenuSection
      className="mb-1 border-b border-line pb-1 last:mb-0 last:border-b-0"
      selectionMode="single"
      selectedKeys={[entry.chosen]}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [first] = keys;
        const chosen = entry.choices.find((one) => one.id === first);
        if (chosen) entry.choose(chosen.id);
      }}
    >
      <Header className="px-3 pt-2 pb-1 text-xs font-medium text-ink-faint">{entry.title}</Header>
      {entry.choices.map((one) => (
        <MenuItem key={one.id} id={one.id} textValue={one.text} className={`group ${ITEM}`}>
          <span className="grow">{one.text}</span>
          <CheckIcon className="invisible size-4 text-accent group-data-selected:visible" />
        </MenuItem>
      ))}
    </MenuSection>
  );
}
