import { useSyncExternalStore } from 'react';
import { directionOf, preferredLanguage, type Language } from '#kit/domain/languages.ts';

/** How one colleague likes to read. Kept by the server for who is signed in, and on the device for the pages before that. */
export type Preferences = {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly calendar: 'gregorian' | 'persian';
  readonly digits: 'latin' | 'persian';
  /** In which of their two scripts the names of Serbs are shown. */
  readonly serbianNames: 'as_written' | 'latin' | 'cyrillic';
  /** Keys without Ctrl or Alt act as commands. Some voice and switch users need that off. */
  readonly singleKeys: boolean;
};

/** Read by look.js before the first paint; the name and shape are shared with it. */
const STORED_AS = 'tend.look';

let current: Preferences = stored();
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(listen, preferences);
}

/**
 * Takes preferences over at once, on this page and for the next visit of this device. The words of the component library
 * are fixed when a page starts, so another language starts the page anew.
 */
export function adoptPreferences(change: Partial<Preferences>): void {
  const next = { ...current, ...change };
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  const speaksAnother = next.language !== current.language;
  current = next;
  store(next);
  showLook(next);
  if (speaksAnother) location.reload();
  else for (const heard of listeners) heard();
}

/** Sets what style sheets look at: language, direction, theme and density of the document. */
export function showLook(look: Preferences): void {
  const root = document.documentElement;
  const dark = look.theme === 'dark' || (look.theme === 'system' && prefersDark().matches);
  root.lang = look.language;
  root.dir = directionOf(look.language);
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['density'] = look.density;
}

/** Follows the system when its theme changes while the page is open. */
export function followSystemTheme(): void {
  prefersDark().addEventListener('change', () => showLook(current));
}

function prefersDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

function store(look: Preferences): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify({ ...look, direction: directionOf(look.language) }));
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function stored(): Preferences {
  const language = preferredLanguage(navigator.languages.join(','));
  const defaults = preferencesOf(language);
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '{}');
    return typeof kept === 'object' ? { ...defaults, ...kept } : defaults;
  } catch {
    return defaults;
  }
}

/** What somebody who reads this language most likely wants, before they said anything else. */
export function preferencesOf(language: Language): Preferences {
  const persian = language === 'fa';
  return {
    language,
    theme: 'system',
    density: 'comfortable',
    calendar: persian ? 'persian' : 'gregorian',
    digits: persian ? 'persian' : 'latin',
    serbianNames: 'as_written',
    singleKeys: true,
  };
}
