import { useSignedIn } from '#features/access/web/index.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { sentenceValues } from '../domain/index.ts';
import type { EntryReason } from './today.ts';

/** A reason as its own feature says it. */
export function useReasonSentence(): (reason: EntryReason) => string {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const money = (minor: number) => formats.money(minor, workspace.currency);
  const words = { day: formats.date, moment: formats.moment, money, text: isolated };
  return (reason) => say(`reason.${reason.kind}`, sentenceValues(reason.evidence, words));
}

/** A name in another script keeps its direction to itself (first strong isolate, pop directional isolate). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
