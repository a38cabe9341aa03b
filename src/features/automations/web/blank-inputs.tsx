import type { Blank, Filled } from '#kit/domain/blanks.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { useChoices, type Part } from './automations.ts';

type Given = {
  part: Part;
  filled: Filled;
  onChange: (filled: Filled) => void;
  /** Before the names of the fields, as the contract has them: `steps.0.filled`. */
  path: string;
};

/** What is to be filled in of a trigger or an action. */
export function BlankInputs({ part, filled, onChange, path }: Given) {
  return part.blanks.map((blank) => (
    <BlankInput
      key={blank.id}
      part={part.id}
      blank={blank}
      name={`${path}.${blank.id}`}
      value={filled[blank.id]}
      onChange={(value) => onChange({ ...filled, [blank.id]: value })}
    />
  ));
}

function BlankInput(given: {
  part: string;
  blank: Blank;
  name: string;
  value: string | number | undefined;
  onChange: (value: string | number) => void;
}) {
  const { part, blank, name, value, onChange } = given;
  const say = useMessages();
  const choicesOf = useChoices();
  const label = say(`automation.blank.${part}.${blank.id}`);
  if (blank.kind === 'number')
    return (
      <NumberField
        label={label}
        name={name}
        minValue={blank.least}
        maxValue={blank.most}
        defaultValue={Number(value ?? blank.usual)}
        onChange={onChange}
        isRequired
      />
    );
  if (blank.kind === 'text')
    return (
      <TextField label={label} name={name} maxLength={blank.longest} defaultValue={String(value ?? '')} onChange={onChange} isRequired />
    );
  return (
    <Select
      label={label}
      name={name}
      choices={choicesOf(part, blank)}
      value={value === undefined ? null : String(value)}
      onChange={onChange}
      isRequired
    />
  );
}
