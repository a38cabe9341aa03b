import { useId } from 'react';

/** One of a few, chosen in a tap. Its name is read out, and shown only to those who cannot see what the chips are about. */
export function Chips<Id extends string>(given: {
  label: string;
  value: Id;
  choices: readonly { readonly id: Id; readonly text: string; /** Read out instead of the text. */ readonly name?: string }[];
  onChange: (id: Id) => void;
}) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{given.label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {given.choices.map((choice) => (
          <label key={choice.id} className="cursor-pointer">
            <input
              type="radio"
              name={name}
              value={choice.id}
              checked={choice.id === given.value}
              onChange={() => given.onChange(choice.id)}
              {...(choice.name === undefined ? {} : { 'aria-label': choice.name })}
              className="peer sr-only"
            />
            <span className={CHIP}>{choice.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Any of a few, each set and unset in a tap. */
export function TickChips(given: {
  label: string;
  chosen: readonly string[];
  choices: readonly { readonly id: string; readonly text: string }[];
  onChange: (ids: readonly string[]) => void;
}) {
  const { chosen, onChange } = given;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{given.label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {given.choices.map(({ id, text }) => (
          <label key={id} className="cursor-pointer" aria-label={text}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
              className="peer sr-only"
            />
            <span className={CHIP}>
              <bdi>{text}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const CHIP =
  'flex min-h-9 min-w-9 items-center justify-center rounded-full border border-line px-3 text-sm text-ink-soft transition-colors ' +
  'peer-checked:border-accent peer-checked:bg-accent-soft peer-checked:font-medium peer-checked:text-accent-strong ' +
  'peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent hover:bg-wash ' +
  'pointer-coarse:min-h-11 pointer-coarse:min-w-11';
