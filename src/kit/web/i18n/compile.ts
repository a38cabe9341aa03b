import { parse, TYPE, type MessageFormatElement, type NumberSkeleton } from '@formatjs/icu-messageformat-parser';
import type { Compiled, Part } from './compiled.ts';

/**
 * Whether pages may say a message. What is refused (`error.*`) comes from the server in words, and what the terminal says
 * (`today.command.*`) only stands there, as does what letters say (`access.letter.*`, `today.digest.*`). Why a forecast cannot be made (`error.value.*`) is shown beside the figures, too.
 */
export function isForPages(key: string): boolean {
  return !/^error\.(?!value\.)|command\.|^\w+\.(?:letter|digest)\./.test(key);
}

/** Messages that only some pages say come with those pages (`says`), so that nobody else loads them. */
export type MessageGroup = 'today' | 'customer' | 'door' | 'files' | 'promises' | 'settings' | 'seldom';

const seldom =
  /^(?:audit|personal_data\.(?:page|erasures|none|done|cancelled|waits|terminal|customer|more)|workspace\.status|reminders\.(?:settings|calendar|devices)|promises\.(?:reliability|leaving)|sample\.start|duplicates(?!\.merged_into)|merge\.hanging|people\.(?:care|custom)|cadence\.(?:floor|routines|hours|load|coming|absences?|weeks|holidays)|access\.(?:colleagues|seat|invited?|invitations?|security|sessions|second_factor|passkeys?|provider|rights|keys|api)|today\.(?:review|team)|webhooks|automations?)\.(?!nav$)/;

const ofSettings =
  /^(?:workspace\.(?!status\.|settings\.nav$)|access\.(?:preferences\.(?!nav$)|calendar|digits|theme|density|hours|singleKeys|serbianNames))/;

const ofCustomer =
  /^(?:personal_data(?!\.nav$)|consent|people\.(?:circle|files|goals|ground|work|key|keys|facts(?!\.kind))|conversations\.filter|cadence\.quiet|customers\.standing|purchases\.(?:habits|list|rhythm|risk|value)|error\.value)\./;

/** Which pages say a message: those before anyone is signed in, those that bring files, the settings one opens first, those that are opened seldom, that of a customer, those that show promises, those of Today, or most. */
export function groupOf(key: string): MessageGroup | undefined {
  if (/^access\.(?:signIn|code|ways|lacks|returned|welcome|join|forgotten|reset)\b/.test(key)) return 'door';
  if (key.endsWith('.nav.hint') || ofSettings.test(key)) return 'settings';
  if (seldom.test(key)) return 'seldom';
  if (/^(?:purchases\.import|contacts|kit\.import)\.(?!nav$)/.test(key)) return 'files';
  if (ofCustomer.test(key)) return 'customer';
  if (/^promises\.(?:event|done|more_time|call_anyway|none|noticed)\b/.test(key)) return 'promises';
  return /^(?:today|reason|factor)\.(?!nav$)/.test(key) ? 'today' : undefined;
}

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
      return ['value', element.value];
    case TYPE.number:
      return ['number', element.value, numberStyle(element.style)];
    case TYPE.pound:
      return ['count'];
    case TYPE.plural: {
      const kind = element.pluralType === 'ordinal' ? 'ordinal' : 'plural';
      const cases = casesOf(element.options);
      return element.offset === 0 ? [kind, element.value, cases] : [kind, element.value, cases, element.offset];
    }
    case TYPE.select:
      return ['select', element.value, casesOf(element.options)];
    case TYPE.tag:
      return ['tag', element.value, compact(element.children.map(partOf))];
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
