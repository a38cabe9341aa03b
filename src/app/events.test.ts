import { expect, test } from 'vitest';
import { languages } from '#kit/domain/languages.ts';
import { intlOf } from '#kit/server/messages.ts';
import { features } from './features.ts';

const recording = features.filter(({ events }) => events !== undefined);

test('every kind of event is described by one feature alone', () => {
  const kinds = recording.flatMap(({ events }) => Object.keys(events ?? {}));
  expect(kinds.length).toBeGreaterThan(90);
  expect(kinds.filter((kind, place) => kinds.indexOf(kind) !== place)).toEqual([]);
  expect(kinds.filter((kind) => !/^[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*$/.test(kind))).toEqual([]);
});

test('whoever chooses kinds of events finds those of each feature under a heading that people read', () => {
  const headings = recording.map(({ name }) => `webhooks.topic.${name}`);
  for (const language of languages) expect(headings.filter((heading) => !(heading in intlOf(language).messages))).toEqual([]);
});
