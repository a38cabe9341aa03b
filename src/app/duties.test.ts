import { expect, test } from 'vitest';
import { languages } from '#kit/domain/languages.ts';
import { intlOf } from '#kit/server/messages.ts';
import { features } from './features.ts';

test('every duty is called by a name that people read, on the page that says how it stands', () => {
  const names = features.flatMap((feature) => feature.duties ?? []).map(({ name }) => `workspace.status.duty.${name}`);
  expect(names.length).toBeGreaterThan(1);
  for (const language of languages) expect(names.filter((name) => !(name in intlOf(language).messages))).toEqual([]);
});
