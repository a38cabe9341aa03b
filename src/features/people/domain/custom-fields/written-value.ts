import { currencyDigits } from '#kit/domain/currency.ts';
import { fold } from '#kit/domain/fold.ts';
import { foldedFieldName, type CustomField } from './custom-field.ts';
import type { CustomValue } from './custom-value.ts';

/**
 * A value as a file holds it, in whatever language it is read again: `12.5`, `120.00`, `2026-03-31`, choices by their names, several parted by
 * semicolons, a person by name.
 */
export function writtenValue(field: CustomField, value: CustomValue, nameOf: (person: string) => string): string {
  const named = (id: string) => field.choices.find((choice) => choice.id === id)?.name ?? '';
  switch (field.kind) {
    case 'money': {
      const digits = currencyDigits(field.currency ?? 'EUR');
      return (Number(value) / 10 ** digits).toFixed(digits);
    }
    case 'choice':
      return named(String(value));
    case 'choices':
      return [value]
        .flat()
        .map((id) => named(String(id)).replace(/[\\;]/g, (mark) => `\\${mark}`))
        .join('; ');
    case 'person':
      return nameOf(String(value));
    default:
      return String(value);
  }
}

export type DecimalMark = '.' | ',';

export type Reading = {
  /** The mark before decimals where a number could be read either way: `1.234`. */
  readonly mark: DecimalMark;
  /** A day as it is kept, of one written in whatever way; undefined of what is none. */
  readonly dayOf: (written: string) => string | undefined;
};

/**
 * What was written into a field, as it is told of a customer; undefined of what is none. Choices are known by their names, however capitals and
 * accents are written. A person stays a name, which only the books can make a person of.
 */
export function readWrittenValue(field: CustomField, written: string, { mark, dayOf }: Reading): CustomValue | undefined {
  switch (field.kind) {
    case 'text':
    case 'person':
      return written;
    case 'number':
      return readDecimal(written, mark);
    case 'money': {
      const bare = fold(written).replace(new RegExp(`\\p{Sc}|${field.currency?.toLowerCase() ?? ''}`, 'gu'), '');
      const amount = readDecimal(bare, mark);
      return amount === undefined ? undefined : Math.round(amount * 10 ** currencyDigits(field.currency ?? 'EUR'));
    }
    case 'date':
      return dayOf(written);
    case 'choice':
      return choiceNamed(field, written);
    case 'choices': {
      const names = written
        .split(/(?<!\\)[;؛]/)
        .map((name) => name.replace(/\\([\\;])/g, '$1').trim())
        .filter((name) => name !== '');
      const ids = names.map((name) => choiceNamed(field, name));
      return ids.every((id) => id !== undefined) ? ids : undefined;
    }
  }
}

function choiceNamed({ choices }: CustomField, name: string): string | undefined {
  const folded = foldedFieldName(name);
  return choices.find((choice) => foldedFieldName(choice.name) === folded)?.id;
}

/** A number in the digits and with the marks of any of our languages: `1.234,5`, `1,234.5`, `1 234,5`, `۱٬۲۳۴٫۵`. `usual` decides where it could be either. */
export function readDecimal(written: string, usual: DecimalMark): number | undefined {
  const bare = fold(written)
    .replace(/[\s'٬]/gu, '')
    .replace(/^[\u2212\u2013]/, '-');
  const text = bare.replace('٫', '.');
  const mark = bare === text ? markIn(text, usual) : '.';
  const grouping = mark === '.' ? ',' : '.';
  const [whole = '', decimals = '', ...more] = text.split(mark);
  const isGrouped = /^-?\d{1,3}([.,]\d{3})+$/.test(whole);
  if (more.length > 0 || (!isGrouped && !/^-?\d*$/.test(whole)) || !/^\d*$/.test(decimals)) return undefined;
  const digits = `${whole.replaceAll(grouping, '')}.${decimals}`;
  return /\d/.test(digits) ? Number(digits.replace(/\.$/, '')) : undefined;
}

function markIn(text: string, usual: DecimalMark): DecimalMark {
  const [points, commas] = [text.split('.').length - 1, text.split(',').length - 1];
  if (points > 0 && commas > 0) return text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  if (points > 1) return ',';
  if (commas > 1) return '.';
  if (points + commas === 1 && !/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return points === 1 ? '.' : ',';
  return usual;
}
