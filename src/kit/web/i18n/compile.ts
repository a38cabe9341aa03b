import { parse, TYPE, type MessageFormatElement, type NumberSkeleton } from '@formatjs/icu-messageformat-parser';
import type { Compiled, Part } from './compiled.ts';

/**
 * Makes of ICU MessageFormat what the browser fills in. Runs when the product is built, never in the browser. Days and times
 * are written by `useFormats`, so `{x, date}` is refused here.
 */
export function compile(message: string): Compiled {
  return compact(parse(message, { shouldParseSkeletons: true }).map(partOf));
}

function partOf(element: MessageFormatElement): Part {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
      return { kind: 'value', name: element.value };
    case TYPE.number:
      return { kind: 'number', name: element.value, style: numberStyle(element.style) };
    case TYPE.pound:
      return { kind: 'count' };
    case TYPE.plural:
      return {
        kind: 'plural',
        name: element.value,
        ordinal: element.pluralType === 'ordinal',
        offset: element.offset,
        cases: casesOf(element.options),
      };
    case TYPE.select:
      return { kind: 'select', name: element.value, cases: casesOf(element.options) };
    case TYPE.tag:
      return { kind: 'tag', name: element.value, inside: compact(element.children.map(partOf)) };
    default:
      throw new Error(
        `{${element.value}, ${element.type === TYPE.date ? 'date' : 'time'}} is not for messages: give a text from useFormats`,
      );
  }
}

function casesOf(options: Readonly<Record<string, { value: MessageFormatElement[] }>>): Record<string, Compiled> {
  return Object.fromEntries(Object.entries(options).map(([name, one]) => [name, compact(one.value.map(partOf))]));
}

function compact(parts: readonly Part[]): Compiled {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return parts;
}

function numberStyle(style: string | NumberSkeleton | null | undefined): Intl.NumberFormatOptions {
  if (style === null || style === undefined) return {};
  if (typeof style !== 'string') return style.parsedOptions;
  if (style === 'percent') return { style: 'percent' };
  if (style === 'integer') return { maximumFractionDigits: 0 };
  throw new Error(`{…, number, ${style}} is not known`);
}
