import { fold } from '#kit/domain/fold.ts';
import { err, ok, type Result } from '#kit/domain/result.ts';
import { tidyLine } from './name.ts';

export type TagName = { readonly name: string; readonly foldedName: string };

const longest = 60;

/**
 * The name of a tag as it is kept, and as it is compared (`foldTag`). Refuses an empty one
 * (`tag.name_missing`) and a sentence (`tag.name_too_long` {most}).
 */
export function readTag(told: string): Result<TagName> {
  const name = tidyLine(told.replace(/^[\s#]+/, ''));
  if (name === null) return err('tag.name_missing', {}, 'names');
  if (name.length > longest) return err('tag.name_too_long', { most: longest }, 'names');
  return ok({ name, foldedName: foldTag(name) });
}

/** However people write capitals and accents, one word is one tag. */
export function foldTag(name: string): string {
  return fold(name);
}
