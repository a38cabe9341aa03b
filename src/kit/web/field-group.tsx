import { useContext, useState, type ReactNode } from 'react';
import { FormValidationContext } from 'react-aria-components';
import { ChevronDownIcon } from './icons.tsx';
import { FIELD } from './field-look.ts';

/** Fields that are seldom needed, behind their heading and what stands in them. A refusal inside opens it. */
export function FieldGroup(given: {
  title: string;
  /** What stands in the fields, in a line, while they are not shown. */
  preview?: string;
  /** The fields inside, by name; `emails` stands for `emails.0.value` too. */
  fields: readonly string[];
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const refused = Object.keys(useContext(FormValidationContext));
  const isRefused = refused.some((name) => given.fields.some((field) => name === field || name.startsWith(`${field}.`)));
  return (
    <details
      open={isOpen || isRefused}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group/fields border-t border-line pt-1"
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-3 rounded outline-offset-2 [&::-webkit-details-marker]:hidden">
        <span className="font-medium">{given.title}</span>
        <span className="min-w-0 flex-1 truncate text-end text-sm text-ink-soft group-open/fields:invisible">
          <bdi>{given.preview}</bdi>
        </span>
        <ChevronDownIcon className="size-4 text-ink-faint transition-transform group-open/fields:rotate-180" />
      </summary>
      <div className="flex flex-col gap-5 pt-3 pb-2">{given.children}</div>
    </details>
  );
}

/** Several fields that make one thing together, such as a birthday, with what is wrong with it. */
export function FieldSet(given: { label: string; name: string; children: ReactNode }) {
  const refused = useContext(FormValidationContext)[given.name];
  return (
    <fieldset name={given.name} className={FIELD} {...(refused === undefined ? {} : { 'data-invalid': true })}>
      <legend className="mb-1.5 text-sm font-medium">{given.label}</legend>
      {given.children}
      {refused !== undefined && (
        <span role="alert" className="text-sm font-medium text-red">
          {[refused].flat().join(' ')}
        </span>
      )}
    </fieldset>
  );
}
