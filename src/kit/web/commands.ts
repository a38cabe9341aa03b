import { useEffect, useSyncExternalStore } from 'react';
import type { Say } from './i18n/language.tsx';
import type { Icon } from './icons.tsx';
import { preferences } from './prefs.ts';
import type { Spot } from './spots.tsx';

export type Command = {
  readonly id: string;
  /** In the reader's language, an action or a place: "Log a call", "Today". */
  readonly label: string;
  /** A second line, where the label alone could mean several. */
  readonly note?: string;
  /** Which letters of both were looked for. */
  readonly spots?: readonly Spot[];
  readonly noteSpots?: readonly Spot[];
  readonly group: 'go' | 'do' | 'found';
  readonly icon?: Icon;
  /** One key (`c`), or two in a row (`g t`). Work while nobody is typing. */
  readonly keys?: string;
  readonly run: () => void;
};

/** Looks for what cannot be listed: customers. Its results follow the commands in the menu. */
export type Finder = (text: string, by: FinderTools) => Promise<readonly Command[]>;

export type FinderTools = { readonly signal: AbortSignal; readonly say: Say; readonly go: (address: string) => void };

const registered = new Map<string, readonly Command[]>();
const listeners = new Set<() => void>();
let everything: readonly Command[] = [];

/** Offers commands as long as the component that calls this is shown. `owner` names it, `commands` may change. */
export function useCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    registered.set(owner, commands);
    changed();
    return () => {
      registered.delete(owner);
      changed();
    };
  }, [owner, commands]);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    () => everything,
  );
}

/** What was typed between opening the command menu and the menu being there; its code comes when it is first wanted. */
let typedAhead = '';

export function takeTypedAhead(): string {
  const typed = typedAhead;
  typedAhead = '';
  return typed;
}

type Doors = {
  readonly menu: () => void;
  readonly help: () => void;
  /** A hand on Ctrl or Cmd may be on its way to the menu. */
  readonly near: () => void;
};

/**
 * Listens to the keys of commands, and to those that open the command menu and the list of keys. While one of these is open
 * (`isOver`), keys are text and no commands.
 */
export function useCommandKeys(open: Doors, isOver: boolean): void {
  useEffect(() => {
    let before = '';
    let beforeAt = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') open.near();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault();
        open.menu();
        return;
      }
      if (isOver) {
        if (event.key.length === 1 && !isTyping(event.target)) typedAhead += event.key;
        return;
      }
      if (!preferences().singleKeys || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = keyOf(event);
      const row = event.timeStamp - beforeAt < 1200 ? `${before} ${key}` : key;
      const command = everything.find((one) => one.keys === row) ?? everything.find((one) => one.keys === key);
      before = key;
      beforeAt = event.timeStamp;
      if (key === '?') open.help();
      else if (command === undefined) return;
      else command.run();
      before = '';
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [open, isOver]);
}

/** Letters by their place on the keyboard, so that commands work while a Greek or Persian layout is on. */
function keyOf(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter !== undefined && !event.shiftKey) return letter.toLowerCase();
  return event.key === '؟' ? '?' : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=textbox], [role=dialog], [role=listbox], [role=menu]') !== null
  );
}

function changed() {
  everything = [...registered.values()].flat();
  for (const heard of listeners) heard();
}
