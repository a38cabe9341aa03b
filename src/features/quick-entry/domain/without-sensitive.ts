import type { FactTold } from '#features/people/domain/index.ts';

/**
 * What was said without the words of what is sensitive in it, which stands with the facts, for those who may see it: an ellipsis tells that something is left out.
 * Everybody reads what was said, and nobody's look at it is written down.
 */
export function withoutSensitive(summary: string, facts: readonly Pick<FactTold, 'text' | 'sensitivity'>[]): string {
  let rest = summary;
  for (const { text, sensitivity } of facts) {
    if (sensitivity !== 'sensitive' || text.trim() === '') continue;
    // Whole words only: "ill" is not in "will".
    const words = text
      .trim()
      .split(/\s+/)
      .map((word) => RegExp.escape(word));
    rest = rest.replace(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu'), '…');
  }
  return rest;
}
