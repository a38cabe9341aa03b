import { useState, type ReactNode } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { CustomerPicker } from '#features/people/web/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { Ticks } from '#kit/web/ticks.tsx';
import { countOf, operatorsOf, standsAlone, type Condition, type Operator } from '../domain/index.ts';
import { isKnownHere, type LookField } from './look-fields.ts';

/** What else has to hold, asked part by part. */
export function NewCondition({ fields, onMade }: { fields: readonly LookField[]; onMade: (condition: Condition) => void }) {
  const say = useMessages();
  const [id, setId] = useState<string>('last_contact');
  const [operator, setOperator] = useState<Operator | null>(null);
  const [values, setValues] = useState<readonly string[]>([]);
  const field = fields.find((one) => one.id === id);
  if (!field) return null;
  const operators = operatorsOf(field.kind);
  const chosen = operator ?? operators[0] ?? 'filled';
  const [least] = countOf(chosen);
  const isReady = values.filter((value) => value !== '').length >= least;
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        // It may be asked from within another form.
        event.stopPropagation();
        if (isReady) onMade({ field: id, operator: chosen, values: standsAlone(chosen) ? [] : values });
      }}
    >
      <Select
        label={say('customers.where.field')}
        choices={fields.map((one) => ({ id: one.id, text: one.label }))}
        value={id}
        onChange={(next) => {
          setId(next);
          setOperator(null);
          setValues([]);
        }}
      />
      <Select
        label={say('customers.where.how')}
        choices={operators.map((one) => ({ id: one, text: say(`customers.where.how.${one}`) }))}
        value={chosen}
        onChange={(next) => {
          setOperator(next);
          setValues([]);
        }}
      />
      {least === 2 ? (
        <Both key={`${id} ${chosen}`} field={field} values={values} onChange={setValues} />
      ) : (
        !standsAlone(chosen) && <Value key={`${id} ${chosen}`} field={field} values={values} onChange={setValues} />
      )}
      <Button type="submit" look="main" isDisabled={!isReady}>
        {say('customers.where.apply')}
      </Button>
    </form>
  );
}

type ValueGiven = { field: LookField; values: readonly string[]; onChange: (values: readonly string[]) => void };

/** From one to another. */
function Both({ field, values, onChange }: ValueGiven) {
  const say = useMessages();
  const [from = '', until = ''] = values;
  const ends = [
    { label: say('customers.where.from'), value: from, put: (value: string) => onChange([value, until]) },
    { label: say('customers.where.until_value'), value: until, put: (value: string) => onChange([from, value]) },
  ];
  return ends.map(({ label, value, put }) => (
    <fieldset key={label} className="flex flex-col gap-3">
      <legend className={field.kind === 'date' ? 'mb-1 text-sm font-medium' : 'sr-only'}>{label}</legend>
      <Value
        field={field}
        label={field.kind === 'date' ? say('customers.where.value') : label}
        values={[value]}
        onChange={([next = '']) => put(next)}
      />
    </fieldset>
  ));
}

function Value({ field, values, onChange, ...given }: ValueGiven & { label?: string }): ReactNode {
  const say = useMessages();
  const { workspace } = useSignedIn();
  const label = given.label ?? say('customers.where.value');
  if (field.kind === 'yes_no')
    return <Select label={label} choices={field.options ?? []} value={values[0] ?? null} onChange={(value) => onChange([value])} />;
  if (field.options) {
    if (field.options.length === 0) return <p className="text-ink-soft">{say('customers.where.nothing_to_choose')}</p>;
    return <Ticks choices={field.options} chosen={values} onChange={onChange} />;
  }
  if (field.kind === 'money' || field.kind === 'number') {
    const currency = field.currency ?? workspace.currency;
    const unit = field.kind === 'money' ? 10 ** currencyDigits(currency) : 1;
    return (
      <NumberField
        label={label}
        formatOptions={field.kind === 'money' ? { style: 'currency', currency } : { maximumFractionDigits: 6 }}
        onChange={(value) => onChange(Number.isNaN(value) ? [] : [writtenNumber(value * unit, field.kind === 'money')])}
      />
    );
  }
  if (field.kind === 'date') return <DayValue label={label} onChange={(value) => onChange([value])} />;
  if (isKnownHere(field.kind))
    return <CustomerPicker label={label} name="known" kind={field.kind} onChoose={(known) => onChange(known ? [known.id] : [])} />;
  return <TextField label={label} onChange={(value) => onChange([value.trim()])} />;
}

/** As `readConditions` reads numbers: no more than six decimals, and never a power of ten. */
function writtenNumber(value: number, isWhole: boolean): string {
  return isWhole ? String(Math.round(value)) : value.toFixed(6).replace(/\.?0+$/, '');
}

/** A day that moves with today, or one that stays. */
function DayValue({ label, onChange }: { label: string; onChange: (value: string) => void }) {
  const say = useMessages();
  const [way, setWay] = useState<'past' | 'ahead' | 'day'>('past');
  return (
    <>
      <Select
        label={say('customers.where.seen')}
        choices={(['past', 'ahead', 'day'] as const).map((id) => ({ id, text: say(`customers.where.seen.${id}`) }))}
        value={way}
        onChange={(next) => {
          setWay(next);
          onChange('');
        }}
      />
      {way === 'day' ? (
        <DateField label={label} onChange={(day) => onChange(day ?? '')} />
      ) : (
        <NumberField
          label={say('customers.where.how_many_days')}
          minValue={0}
          maxValue={9999}
          onChange={(days) => onChange(Number.isNaN(days) ? '' : `${way === 'past' ? '-' : '+'}${days}d`)}
        />
      )}
    </>
  );
}
