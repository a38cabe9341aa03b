import { firstLetter } from './letters.ts';
import { isFamilyFirst, type NameRules } from './name-order.ts';
import type { NameParts } from '../name.ts';
import cldr from './person-names.json' with { type: 'json' };
import { baseOf, scriptOf, scriptOfLanguage } from './script.ts';

/** In which way a person is named, in CLDR's words. */
export type NameFormat = {
  readonly length: 'long' | 'medium' | 'short';
  readonly usage: 'referring' | 'addressing' | 'monogram';
  readonly formality: 'formal' | 'informal';
  /** By the language of the name where nothing is said. */
  readonly order?: 'givenFirst' | 'surnameFirst' | 'sorting';
};

/**
 * The name of a person put together from its parts as CLDR says it is done (UTS 35, part 8, Person Names). `language` is the name's own,
 * `reader` the language of whoever reads it; where the two are written in different scripts, the name is put together by its own rules.
 * A patronymic is the second given name of CLDR, a nickname its informal given name. Empty where there is neither a given nor a family name.
 */
export function formatName(parts: NameParts, language: string | undefined, reader: string | undefined, format: NameFormat): string {
  const rules = rulesFor(parts, language, reader);
  const order = format.order ?? (isFamilyFirst(language, rules) ? 'surnameFirst' : 'givenFirst');
  const pattern = patternOf(rules, `${order}.${format.length}.${format.usage}.${format.formality}`);
  const told = withGivenForFamily(parts, pattern);
  if (!told.given && !told.family) return '';
  return fill(pattern, (field) => fieldOf(told, field, rules, language)).trim();
}

type Token = { readonly field: string } | { readonly text: string };

function rulesFor(parts: NameParts, language: string | undefined, reader: string | undefined): NameRules {
  const script = scriptOf(parts.family ?? parts.given ?? '');
  const [own, readers] = [language, reader].map((one) => (one === undefined ? undefined : rulesOf(baseOf(one))));
  if (readers && reader !== undefined && scriptOfLanguage(reader) === script) return readers;
  return own ?? languages.und;
}

function rulesOf(language: string): NameRules | undefined {
  return Object.hasOwn(languages, language) ? languages[language as keyof typeof languages] : undefined;
}

function patternOf(rules: NameRules, way: string): readonly Token[] {
  let ways = waysOf.get(rules);
  if (!ways) {
    ways = new Map(
      Object.entries(rules.patterns).flatMap(([pattern, named]) => {
        const tokens = tokensOf(pattern);
        return named.split(' ').map((one) => [one, tokens] as const);
      }),
    );
    waysOf.set(rules, ways);
  }
  return ways.get(way) ?? [];
}

function tokensOf(pattern: string): Token[] {
  return [...pattern.matchAll(/\{([^}]+)\}|([^{]+)/g)].map(([, field, text = '']) => (field === undefined ? { text } : { field }));
}

// Who has only one name is called by it where the pattern asks for the family name alone.
function withGivenForFamily(parts: NameParts, pattern: readonly Token[]): NameParts {
  const asksGiven = pattern.some((token) => 'field' in token && token.field.startsWith('given'));
  return parts.family || asksGiven ? parts : { ...parts, family: parts.given ?? null, given: null };
}

function fieldOf(parts: NameParts, field: string, rules: NameRules, language: string | undefined): string {
  const [name = '', ...modifiers] = field.split('-');
  const whole = valueOf(parts, name, modifiers) ?? '';
  if (modifiers.includes('monogram')) return firstLetter(whole, language);
  if (!modifiers.includes('initial')) return whole;
  const letters = whole.split(' ').map((word) => firstLetter(word, language));
  return letters
    .filter((letter) => letter !== '')
    .map((letter) => rules.initial.replace('{0}', letter))
    .reduce((before, letter) => (before === '' ? letter : rules.initialSequence.replace('{0}', before).replace('{1}', letter)), '');
}

function valueOf(parts: NameParts, name: string, modifiers: readonly string[]): string | null | undefined {
  if (name === 'title') return parts.prefix;
  if (name === 'given') return (modifiers.includes('informal') && parts.nickname) || parts.given;
  if (name === 'given2') return parts.patronymic;
  // Nobody tells a particle apart from the family name it begins: the core is the whole.
  if (name === 'surname') return modifiers.includes('prefix') ? null : parts.family;
  if (name === 'credentials') return isGeneration(parts.suffix) ? null : parts.suffix;
  if (name === 'generation') return isGeneration(parts.suffix) ? parts.suffix : null;
  return null;
}

// Which of two people of one name: the younger, the third. All else that follows a name is what its bearer may call themselves.
function isGeneration(suffix: string | null | undefined): boolean {
  return /^(jr|sr|junior|senior|ml|st|мл|ст|младши|старши|млађи|старији|νεότερος|πρεσβύτερος|կրտսեր|ավագ|i{1,3}|iv|vi{0,3})\.?$/iu.test(
    suffix ?? '',
  );
}

/**
 * Fills a pattern as CLDR asks: what stands before the first told part and after the last one goes, and so does the text between parts
 * that were not told; two texts that meet become one.
 */
function fill(pattern: readonly Token[], valueOfField: (field: string) => string): string {
  const filled = pattern.map((token) => ('field' in token ? { value: valueOfField(token.field) } : token));
  const isTold = (token: (typeof filled)[number]) => 'value' in token && token.value !== '';
  const from = filled.findIndex(isTold);
  const until = filled.findLastIndex(isTold);
  let name = '';
  let between: string[] = [];
  for (const token of filled.slice(from, until + 1)) {
    if ('text' in token) between.push(token.text);
    else if (token.value !== '') {
      name += joined(between) + token.value;
      between = [];
    }
  }
  return name;
}

function joined(texts: readonly string[]): string {
  const [before = '', ...others] = texts;
  const after = others.at(-1);
  if (after === undefined || before.endsWith(after)) return before;
  return /^\p{P}/u.test(after) ? after : (before + after).replaceAll(/(\s)\s+/g, '$1');
}

const languages = cldr.languages;
const waysOf = new WeakMap<NameRules, Map<string, readonly Token[]>>();
