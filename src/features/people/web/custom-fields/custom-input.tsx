import { currencyDigits } from '#kit/domain/currency.ts';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { FieldSet } from '#kit/web/field-group.tsx';
import type { Typed } from '#kit/web/form.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { customLimits } from '../../domain/index.ts';
import { CustomerPicker } from '../customer-picker.tsx';
import type { CustomAnswer, CustomField } from './fields.ts';

type Given = {
  readonly field: CustomField;
  readonly value?: CustomAnswer | undefined;
  /** Who cannot be meant in a field of a person. */
  readonly except?: string;
};

/** A field of the workspace's own, to fill in as its kind asks. */
export function CustomInput({ field, value, except }: Given) {
  const named = { label: field.name, name: nameOf(field), ...(field.help === null ? {} : { hint: field.help }) };
  const has = (id: string) => value === id || (Array.isArray(value) && value.includes(id));
  const choices = field.choices.filter(({ id, isWithdrawn }) => !isWithdrawn || has(id));
  const text = typeof value === 'string' ? { defaultValue: value } : {};
  switch (field.kind) {
    case 'text':
      return <TextField {...named} {...text} maxLength={customLimits.text} />;
    case 'number':
      return (
        <NumberField
          {...named}
          {...(typeof value === 'number' ? { defaultValue: value } : {})}
          formatOptions={{ maximumFractionDigits: 15 }}
        />
      );
    case 'money':
      return (
        <NumberField
          {...named}
          {...(typeof value === 'number' ? { defaultValue: value / unitOf(field) } : {})}
          formatOptions={{ style: 'currency', currency: field.currency ?? 'EUR' }}
        />
      );
    case 'date':
      return <DateField {...named} {...text} />;
    case 'choice':
      return <Select {...named} choices={[NOTHING, ...choices.map(({ id, name }) => ({ id, text: name }))]} defaultValue="" {...text} />;
    case 'choices':
      return (
        <FieldSet label={field.name} name={nameOf(field)}>
          {field.help !== null && <p className="text-sm text-ink-soft">{field.help}</p>}
          <div className="grid gap-x-4 sm:grid-cols-2">
            {choices.map(({ id, name }) => (
              <Checkbox key={id} name={`${nameOf(field)}.${id}`} defaultSelected={has(id)}>
                <bdi>{name}</bdi>
              </Checkbox>
            ))}
          </div>
        </FieldSet>
      );
    case 'person':
      return (
        <CustomerPicker
          label={field.name}
          name={nameOf(field)}
          kind="person"
          chosen={typeof value === 'object' && !Array.isArray(value) ? value : null}
          {...(except === undefined ? {} : { except })}
        />
      );
  }
}

/** What was filled in, as the contract wants it told: nothing is null. */
export function customIn(typed: Typed, field: CustomField): string | number | string[] | null {
  const name = nameOf(field);
  switch (field.kind) {
    case 'number':
      return typed.text(name) === '' ? null : typed.number(name);
    case 'money':
      return typed.text(name) === '' ? null : Math.round(typed.number(name) * unitOf(field));
    case 'choices': {
      const chosen = field.choices.flatMap(({ id }) => (typed.ticked(`${name}.${id}`) ? id : []));
      return chosen.length === 0 ? null : chosen;
    }
    default:
      return typed.text(name) || null;
  }
}

/** The name of a field in forms, which is that of its refusals. */
function nameOf({ id }: CustomField): string {
  return `custom.${id}`;
}

function unitOf({ currency }: CustomField): number {
  return 10 ** currencyDigits(currency ?? 'EUR');
}

const NOTHING = { id: '', text: '–' };
