import type { Name } from '../name.ts';
import { baseOf, languageOfName, scriptOf, scriptOfLanguage } from './script.ts';
import { inSerbianScript, type SerbianScript } from './serbian-script.ts';

/** A text and the language it is in, for whoever reads it aloud or sets it in type. */
export type TextIn = { readonly text: string; readonly language: string | undefined };

/** A name as one reader sees it: as its bearer writes it, and in Latin letters beside where the reader's own are others. */
export type ShownName = TextIn & { readonly beside: TextIn | null };

/**
 * The name of a customer for a reader (BCP 47): Ђорђе Петровић is Đorđe Petrović for who reads `sr-Latn`, Ђорђе Петровић (Đorđe Petrović) for
 * who reads Greek, and Ђорђе Петровић for who reads Cyrillic. `text` is what to show of the name where it is not the name as it stands. Whatever else somebody
 * reads, they may want the names of Serbs in one script (`serbian`).
 */
export function shownName(
  name: Pick<Name, 'name' | 'latinName' | 'language'>,
  reader: string,
  text: string = name.name,
  serbian: SerbianScript | null = null,
): ShownName {
  const language = languageOfName(name);
  const [script, readers] = [scriptOf(name.name), scriptOfLanguage(reader)];
  const readerOfSerbian = serbian === null ? reader : `sr-${serbian}`;
  const theirs = isSerbian(language) ? inReadersScript(text, readerOfSerbian) : null;
  if (theirs !== null) return { text: theirs, language: `sr-${scriptOfLanguage(readerOfSerbian)}`, beside: null };
  // Who reads Serbian in Latin letters reads Cyrillic too.
  if (script === undefined || script === 'Latn' || script === readers || (baseOf(reader) === 'sr' && script === 'Cyrl'))
    return { text, language, beside: null };
  const latin = name.latinName || (isSerbian(language) ? inSerbianScript(name.name, 'Latn') : null);
  return { text, language, beside: latin === null ? null : { text: latin, language: `${baseOf(language ?? 'und')}-Latn` } };
}

/** The same in one line of plain text. */
export function nameInLine(name: Pick<Name, 'name' | 'latinName' | 'language'>, reader: string): string {
  const { text, beside } = shownName(name, reader);
  return beside === null ? text : `${text} (${beside.text})`;
}

function inReadersScript(text: string, reader: string): string | null {
  if (baseOf(reader) !== 'sr') return null;
  const script = scriptOfLanguage(reader) === 'Latn' ? 'Latn' : 'Cyrl';
  // Petrovic has lost the mark on its c, and nobody can say in Cyrillic what it was.
  if (script === 'Cyrl' && /\p{L}{3}ic(?=\s|$)|\bdj/iu.test(text)) return null;
  return inSerbianScript(text, script);
}

function isSerbian(language: string | undefined): boolean {
  return language !== undefined && ['sr', 'sh', 'cnr'].includes(baseOf(language));
}
