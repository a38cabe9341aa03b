import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { compile, groupOf, isForPages } from '../../kit/web/i18n/compile.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

const MESSAGES_FILE = /[\\/]messages[\\/]([a-z]{2}(?:-[A-Za-z]+)?)\.json(?:\?(today|customer|door|files|promises|settings|seldom))?$/;

export default defineConfig({
  root: here,
  plugins: [react(), tailwindcss(), compiledMessages(), onlyEnglishInComponents()],
  build: {
    outDir: fileURLToPath(new URL('../../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows no inline data: everything is a file of ours.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // A door of a feature opens pages and widgets alike; nobody who passes through for one has to carry the others.
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/](?:features|kit)[\\/].*\.tsx?$/, sideEffects: false }] },
      output: { codeSplitting: { groups: [{ name: languageChunk, debugName: 'messages', test: MESSAGES_FILE }] } },
    },
  },
  server: { port: 4270, proxy: { '/api': { target: process.env['TEND_API'] ?? 'http://127.0.0.1:8363' } } },
});

/** A file of messages a language, whatever the number of features, and one more for each group of pages. */
function languageChunk(moduleId: string): string | null {
  const [file, language, group] = MESSAGES_FILE.exec(moduleId) ?? [];
  return file === undefined ? null : `messages-${language}${group === undefined ? '' : `-${group}`}`;
}

/** Messages are compiled here, so that the browser needs no parser for them. */
function compiledMessages(): Plugin {
  return {
    name: 'tend:compiled-messages',
    enforce: 'pre',
    transform(code, id) {
      const [file, , group] = MESSAGES_FILE.exec(id) ?? [];
      if (file === undefined) return null;
      const messages = Object.entries(JSON.parse(code) as Record<string, string>).filter(
        ([key]) => isForPages(key) && groupOf(key) === group,
      );
      const compiled = Object.fromEntries(messages.map(([key, message]) => [key, compile(message)]));
      return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`, moduleType: 'js' };
    },
  };
}

/**
 * The component library carries its own few words in 34 languages. English stays in the bundle; the reader's language is
 * loaded with its messages (see kit/web/i18n/component-words.ts).
 */
function onlyEnglishInComponents(): Plugin {
  const words = /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/](?:.*[\\/])?(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'tend:only-english-in-components',
    enforce: 'pre',
    load(id) {
      return words.test(id) ? 'export default undefined;' : null;
    },
  };
}
