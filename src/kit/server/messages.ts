import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { Failure } from '#kit/domain/result.ts';
import type { Language } from '#kit/domain/languages.ts';

const root = join(import.meta.dirname, '../..');

function messageFolders(): string[] {
  const features = readdirSync(join(root, 'features')).map((name) => join(root, 'features', name, 'messages'));
  return [join(root, 'kit/messages'), join(root, 'app/messages'), ...features].filter((folder) => existsSync(folder));
}

const loaded = new Map<Language, IntlShape>();
const cache = createIntlCache();

/** Message formatting in one language, with the messages of every feature. */
export function intlOf(language: Language): IntlShape {
  const known = loaded.get(language);
  if (known) return known;
  const messages: Record<string, string> = {};
  for (const folder of messageFolders()) {
    const file = join(folder, `${language}.json`);
    if (existsSync(file)) Object.assign(messages, JSON.parse(readFileSync(file, 'utf8')));
  }
  const intl = createIntl({ locale: language, messages, onError: () => {} }, cache);
  loaded.set(language, intl);
  return intl;
}

/** A message by its key. A key that no catalog has comes back as itself, never as an exception in front of a user. */
export function translate(language: Language, key: string, values: Record<string, string | number> = {}): string {
  return intlOf(language).formatMessage({ id: key, defaultMessage: key }, values);
}

/** Every message whose key begins so, as it is written: with what is filled in still in braces. */
export function messagesUnder(language: Language, start: string): { key: string; text: string }[] {
  return Object.entries(intlOf(language).messages).flatMap(([key, text]) =>
    key.startsWith(start) && typeof text === 'string' ? [{ key, text }] : [],
  );
}

/** Every message whose key begins so, as it is said without values: what all columns of a list are called. */
export function textsUnder(language: Language, start: string): string[] {
  return Object.keys(intlOf(language).messages).flatMap((key) => (key.startsWith(start) ? translate(language, key) : []));
}

/** What a failure says to people. */
export function explain(language: Language, failure: Failure): string {
  return translate(language, `error.${failure.code}`, failure.values);
}
