import { Checkbox } from './checkbox.tsx';
import type { TicksProps } from './ticks-props.ts';

export function TicksBody<Id extends string>({ choices, chosen, onChange }: TicksProps<Id>) {
  return (
    <div className="flex min-w-44 flex-col">
      {choices.map(({ id, text, isFixed = false }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          isDisabled={isFixed}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {text}
        </Checkbox>
      ))}
    </div>
  );
}
