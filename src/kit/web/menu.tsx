import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Icon } from './icons.tsx';

export type MenuEntry =
  | {
      readonly text: string;
      readonly icon?: Icon;
      /** Keys that do the same, shown at the end. */
      readonly keys?: string;
      readonly danger?: boolean;
      readonly run: () => void;
    }
  | {
      /** One of a few, chosen in the menu: theme, density. */
      readonly title: string;
      readonly chosen: string;
      readonly choices: readonly { readonly id: string; readonly text: string }[];
      readonly choose: (id: string) => void;
    };

/** An entry of choices, with their ids kept apart from other texts. */
export function choices<Id extends string>(given: {
  title: string;
  chosen: Id;
  choices: readonly { readonly id: Id; readonly text: string }[];
  choose: (id: Id) => void;
}): MenuEntry {
  const choose = (id: string) => {
    const found = given.choices.find((one) => one.id === id);
    if (found) given.choose(found.id);
  };
  return { ...given, choose };
}

/** What a button does to be the door of a menu. */
export type Door = { onPress?: () => void; onHoverStart?: () => void };

export type MenuProps = {
  /** The button, given what makes it open: `(door) => <Button {...door}>…</Button>`. */
  renderTrigger: (door: Door) => ReactNode;
  label: string;
  side?: 'below' | 'above';
  entries: readonly MenuEntry[];
};

const load = () => import('./menu-body.tsx');
const MenuBody = lazy(async () => ({ default: (await load()).MenuBody }));

/** Actions behind a button. Most menus of a page are never opened, so their code comes when a pointer nears one. */
export function Menu(given: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const button = given.renderTrigger({ onPress: () => setWanted(true), onHoverStart: () => void load() });
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <MenuBody {...given} />
    </Suspense>
  );
}
