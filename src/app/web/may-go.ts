import type { FeaturePage } from '#kit/web/feature-page.ts';

/** Who sees a page in the navigation. The server decides again at every request. */
export function mayGo(role: 'owner' | 'colleague', audience: FeaturePage['audience']): boolean {
  return audience === 'colleague' || (audience === 'owner' && role === 'owner');
}
