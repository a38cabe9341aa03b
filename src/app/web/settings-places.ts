import { useSignedIn } from '#features/access/web/index.ts';
import { settingsGroups, type FeaturePage } from '#kit/web/feature-page.ts';
import { mayGo } from './may-go.ts';
import { pages } from './pages.ts';
import type { SettingsGroup } from './settings-groups.ts';

/** The settings that somebody may see, in their groups; a group without any is left out. */
export function useSettingsGroups(): readonly SettingsGroup[] {
  const { colleague } = useSignedIn();
  const places = pages.flatMap(({ path, nav, audience }: FeaturePage): SettingsGroup['places'][number][] =>
    nav?.place === 'settings' && mayGo(colleague.rights, audience) ? [{ path, nav }] : [],
  );
  return settingsGroups.flatMap((group) => {
    const inGroup = places.filter(({ nav }) => nav.group === group).toSorted((one, other) => one.nav.order - other.nav.order);
    return inGroup.length > 0 ? [{ group, places: inGroup }] : [];
  });
}

/** Whether a page lies among the settings. */
export function isAmongSettings(path: string): boolean {
  return path.startsWith('/settings/') || pages.some((page) => page.path === path && page.nav?.place === 'settings');
}
