import { createContext } from 'react';
import type { SettingsNav } from '#kit/web/feature-page.ts';

export type SettingsGroup = {
  readonly group: SettingsNav['group'];
  readonly places: readonly { readonly path: string; readonly nav: SettingsNav }[];
};

/** The settings that somebody may see. Given by the frame, which knows all pages, to what is loaded only among the settings. */
export const SettingsGroups = createContext<readonly SettingsGroup[]>([]);
