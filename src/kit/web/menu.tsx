import { lazy, Suspense, useState } from 'react';
import type { MenuEntry, MenuProps } from './menu-entry.ts';

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
