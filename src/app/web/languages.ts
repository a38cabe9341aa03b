import type { Language } from '#kit/domain/languages.ts';
import type { MessageGroup } from '#kit/web/i18n/compile.ts';
import type { Catalog } from '#kit/web/i18n/language.tsx';

type Files = Readonly<Record<string, () => Promise<Catalog>>>;

const files: Files = import.meta.glob<Catalog>(['../../features/*/messages/*.json', '../../kit/web/messages/*.json', './messages/*.json'], {
  import: 'default',
});
// Each file that is named here costs some bytes of the first download: where one feature says all of a group, it alone is.
const filesOf: Readonly<Record<MessageGroup, Files>> = {
  today: import.meta.glob<Catalog>('../../features/*/messages/*.json', { import: 'default', query: '?today' }),
  customer: import.meta.glob<Catalog>('../../features/*/messages/*.json', { import: 'default', query: '?customer' }),
  door: import.meta.glob<Catalog>('../../features/access/messages/*.json', { import: 'default', query: '?door' }),
  files: import.meta.glob<Catalog>(['../../features/*/messages/*.json', '../../kit/web/messages/*.json'], {
    import: 'default',
    query: '?files',
  }),
  promises: import.meta.glob<Catalog>('../../features/promises/messages/*.json', { import: 'default', query: '?promises' }),
  settings: import.meta.glob<Catalog>('../../features/*/messages/*.json', { import: 'default', query: '?settings' }),
  seldom: import.meta.glob<Catalog>('../../features/*/messages/*.json', { import: 'default', query: '?seldom' }),
};

/** What the pages say, in the language of the reader. Grows when a page is opened that says more. */
const said: Record<string, Catalog[string]> = {};
let reader: Language | undefined;

/** The messages that most pages need. They lie in one file of the build, so this is one request. */
export async function loadMessages(language: Language): Promise<Catalog> {
  reader = language;
  return await load(files, language);
}

/** What only some pages say; to be loaded along with them. */
export async function loadMessagesOf(group: MessageGroup): Promise<void> {
  if (reader !== undefined) await load(filesOf[group], reader);
}

async function load(from: Files, language: Language): Promise<Catalog> {
  const wanted = Object.entries(from).filter(([path]) => path.replace(/\?.*$/, '').endsWith(`/${language}.json`));
  for (const catalog of await Promise.all(wanted.map(([, file]) => file()))) Object.assign(said, catalog);
  return said;
}
