import type { Random } from '#fixtures/random.ts';

/** What one person is called in a record, and where. */
export type Written = {
  readonly name: string;
  readonly given: string | null;
  readonly patronymic: string | null;
  readonly family: string | null;
};

/** A slip of the finger: a letter left out, doubled, replaced by a neighbour of the alphabet, or exchanged with the next. */
export function mistyped(random: Random, word: string): string {
  const letters = Array.from(word);
  if (letters.length < 4) return word;
  const at = random.whole(1, letters.length - 2);
  const letter = letters[at] ?? '';
  switch (random.whole(0, 3)) {
    case 0:
      letters.splice(at, 1);
      break;
    case 1:
      letters.splice(at, 0, letter);
      break;
    case 2:
      letters[at] = String.fromCodePoint((letter.codePointAt(0) ?? 0) + (random.chance(0.5) ? 1 : -1)).toLowerCase();
      break;
    default:
      [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letter];
  }
  return letters.join('');
}

/** Latin letters as people without the right keyboard write them. */
export function carelessly(random: Random, latin: string): string {
  const plain = latin.replaceAll('đ', 'dj').replaceAll('Đ', 'Dj').normalize('NFD').replace(/\p{M}/gu, '');
  const habits: readonly (readonly [RegExp, string])[] = [
    [/ou/g, 'u'],
    [/ch/g, 'h'],
    [/f/g, 'ph'],
    [/ks|x/g, 'x'],
    [/y/g, 'i'],
    [/dj/g, 'dj'],
    [/v/g, 'w'],
    [/(?<=[aeiou])s(?=[aeiou])/g, 'ss'],
    [/ee/g, 'i'],
    [/gh/g, 'q'],
  ];
  return random.chance(0.5) ? plain : plain.replace(...random.pick(habits));
}

/** A telephone number as the business wrote it: in E.164, as one dials it at home, or with marks between. */
export function phoneWritten(random: Random, country: string, digits: string): string {
  switch (random.whole(0, 3)) {
    case 0:
      return `0${digits}`;
    case 1:
      return `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`;
    default:
      return `${country}${digits}`;
  }
}

/** A day off, or day and month exchanged. */
export function birthdayMistyped(random: Random, [year, month, day]: readonly [number, number, number]): readonly [number, number, number] {
  if (day <= 12 && random.chance(0.4)) return [year, day, month];
  return random.chance(0.5) ? [year, month, day === 28 ? 27 : Math.min(28, day + 1)] : [year + 1, month, day];
}
