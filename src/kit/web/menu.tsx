import type { ReactNode } from 'react';
import { Header } from 'react-aria-components/Header';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection as AriaMenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { CheckIcon, type Icon } from './icons.tsx';
import { POPOVER } from './popover.tsx';

/** Actions behind a button. */
export function Menu(given: { trigger: ReactNode; label: string; placement?: PopoverProps['placement']; children: ReactNode }) {
  return (
    <MenuTrigger>
      {given.trigger}
      <Popover placement={given.placement ?? 'bottom end'} offset={6} className={`${POPOVER} min-w-52`}>
        <AriaMenu aria-label={given.label} className="max-h-[80vh] overflow-auto p-1 outline-none">
          {given.children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export function MenuItem(given: {
  icon?: Icon;
  children: string;
  /** Keys that do the same, shown at the end. */
  keys?: string;
  danger?: boolean;
  onAction?: () => void;
  href?: string;
  isDisabled?: boolean;
}) {
  const { icon: Icon } = given;
  return (
    <AriaMenuItem
      textValue={given.children}
      {...(given.onAction ? { onAction: given.onAction } : {})}
      {...(given.href === undefined ? {} : { href: given.href })}
      isDisabled={given.isDisabled ?? false}
      className={`${ITEM} ${given.danger === true ? 'text-red' : ''}`}
    >
      {Icon && <Icon className="size-[1.125rem] text-ink-faint" />}
      <span className="grow">{given.children}</span>
      {given.keys !== undefined && <kbd className="ms-4 text-xs text-ink-faint">{given.keys}</kbd>}
    </AriaMenuItem>
  );
}

/** One of a few, chosen inside a menu: theme, density. */
export function MenuChoice<Id extends string>(given: {
  title: string;
  value: Id;
  choices: readonly { id: Id; text: string }[];
  onChange: (id: Id) => void;
}) {
  return (
    <AriaMenuSection
      selectionMode="single"
      selectedKeys={[given.value]}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [first] = keys;
        const chosen = given.choices.find((one) => one.id === first);
        if (chosen) given.onChange(chosen.id);
      }}
    >
      <Header className="px-3 pt-3 pb-1 text-xs font-medium text-ink-faint">{given.title}</Header>
      {given.choices.map((one) => (
        <AriaMenuItem key={one.id} id={one.id} textValue={one.text} className={`group ${ITEM}`}>
          <span className="grow">{one.text}</span>
          <CheckIcon className="invisible size-4 text-accent group-data-selected:visible" />
        </AriaMenuItem>
      ))}
    </AriaMenuSection>
  );
}

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-md px-3 py-1.5 text-sm outline-none data-focused:bg-accent-soft data-disabled:opacity-45 pointer-coarse:min-h-11';
