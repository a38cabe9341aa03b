import type { FeaturePage } from '#kit/web/feature-page.ts';
import type { Right } from '#kit/web/right.ts';

/** Who sees a page in the navigation. The server decides again at every request. */
export function mayGo(rights: readonly Right[], audience: FeaturePage['audience']): boolean {
  return audience !== 'anyone' && (audience === 'colleague' || rights.includes(audience));
}
