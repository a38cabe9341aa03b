import { useState, type ReactNode } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { currencyDigits } from '#kit/domain/currency.ts';
import { Button } from '#kit/web/button.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { Ticks } from '#kit/web/ticks.tsx';
import { operatorsOf, standsAlone, type Condition, type Operator } from '../domain/index.ts';
import type { LookField } from './look-fields.ts';

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
  const isReady = standsAlone(chosen) || values.some((value) => value !== '');
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
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
      {!standsAlone(chosen) && <Value key={`${id} ${chosen}`} field={field} values={values} onChange={setValues} />}
      <Button type="submit" look="main" isDisabled={!isReady}>
        {say('customers.where.apply')}
      </Button>
    </form>
  );
}

function Value({
  field,
  values,
  onChange,
}: {
  field: LookField;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}): ReactNode {
  const say = useMessages();
  const { workspace } = useSignedIn();
  const label = say('customers.where.value');
  if (field.kind === 'yes_no')
    return <Select label={label} choices={field.options ?? []} value={values[0] ?? null} onChange={(value) => onChange([value])} />;
  if (field.options) {
    if (field.options.length === 0) return <p className="text-ink-soft">{say('customers.where.nothing_to_choose')}</p>;
    return <Ticks choices={field.options} chosen={values} onChange={onChange} />;
  }
  if (field.kind === 'money' || field.kind === 'number') {
    const unit = field.kind === 'money' ? 10 ** currencyDigits(workspace.currency) : 1;
    return (
      <NumberField
        label={label}
        {...(field.kind === 'money' ? { formatOptions: { style: 'currency' as const, currency: workspace.currency } } : {})}
        onChange={(value) => onChange(Number.isNaN(value) ? [] : [String(Math.round(value * unit))])}
      />
    );
  }
  if (field.kind === 'date') return <DayValue onChange={(value) => onChange([value])} />;
  return <TextField label={label} onChange={(value) => onChange([value.trim()])} />;
}

/** A day that moves with today, or one that stays. */
function DayValue({ onChange }: { onChange: (value: string) => void }) {
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
        <DateField label={say('customers.where.value')} onChange={(day) => onChange(day ?? '')} />
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
