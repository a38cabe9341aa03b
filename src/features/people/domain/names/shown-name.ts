import type { Name, NameParts } from '../name.ts';
import { formatName } from './person-name-format.ts';
import { baseOf, languageOfName, scriptOf, scriptOfLanguage } from './script.ts';
import { inSerbianScript } from './serbian-script.ts';

/** A text and the language it is in, for whoever reads it aloud or sets it in type. */
export type TextIn = { readonly text: string; readonly language: string | undefined };

/** A name as one reader sees it: as its bearer writes it, and in Latin letters beside where the reader's own are others. */
export type ShownName = TextIn & { readonly beside: TextIn | null };

/**
 * A person's whole name from its parts, in the order of the name's language and with the patronymic, but without titles: what stands on
 * lists. Null where no part was told.
 */
export function wholeName(parts: NameParts, language?: string | null): string | null {
  const { given, patronymic, family, suffix } = parts;
  const told = [family, given, patronymic].find((part) => typeof part === 'string' && part !== '');
  if (!told) return null;
  const own = languageOfName({ name: told, language });
  return formatName({ given, patronymic, family, suffix }, own, undefined, longFormal) || told;
}

/**
 * The name of a customer for a reader (BCP 47): Ђорђе Петровић is Đorđe Petrović for who reads `sr-Latn`, Ђорђе Петровић (Đorđe Petrović) for
 * who reads Greek, and Ђорђе Петровић for who reads Cyrillic. With titles where `isFull`.
 */
export function shownName(name: Name, reader: string, isFull = false): ShownName {
  const language = languageOfName(name);
  const [script, readers] = [scriptOf(name.name), scriptOfLanguage(reader)];
  const own = isFull ? fullName(name, language, reader) : name.name;
  if (isSerbian(language)) {
    const serbian = inReadersScript(own, reader);
    if (serbian !== null) return { text: serbian, language: `sr-${readers}`, beside: null };
  }
  if (script === undefined || script === 'Latn' || script === readers || reader === 'sr-Latn') return { text: own, language, beside: null };
  const latin = name.latinName || (isSerbian(language) && script === 'Cyrl' ? inSerbianScript(name.name, 'Latn') : null);
  return { text: own, language, beside: latin === null ? null : { text: latin, language: `${baseOf(language ?? 'und')}-Latn` } };
}

/** The same in one line of plain text, where letters of two directions may meet. */
export function nameInLine(name: Name, reader: string): string {
  const { text, beside } = shownName(name, reader);
  return beside === null ? text : `${text} (${beside.text})`;
}

function fullName(name: Name, language: string | undefined, reader: string): string {
  if (name.kind === 'organization' || !(name.given || name.family)) return name.name;
  // Who writes a name otherwise than its parts would, means it.
  const parts = [name.given, name.patronymic, name.family];
  const isOfItsParts = [parts, [...parts, name.suffix]].some((told) => wordsOf(told.join(' ')) === wordsOf(name.name));
  return (isOfItsParts && formatName(name, language, reader, longFormal)) || name.name;
}

function wordsOf(text: string): string {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u);
  return words.toSorted().join(' ').trim();
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

const longFormal = { length: 'long', usage: 'referring', formality: 'formal' } as const;
