import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Form as AriaForm } from 'react-aria-components/Form';
import { Button } from './button.tsx';
import { useMessages } from './i18n/language.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { Problem } from './problem.ts';

/**
 * A form that says at the field what the server refused, keeps everything that was typed, and is sent once however often
 * one presses. Fields give their `name` as the contract calls them (`owner.email`).
 */
export function Form(given: {
  /** Sends it. What it throws is shown; where it names fields, at the fields. */
  send: (typed: Typed) => Promise<unknown>;
  submit: string;
  /** Other ways out, beside the button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const say = useMessages();
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setError(null);
    try {
      await given.send(typedIn(new FormData(event.currentTarget)));
    } catch (reason) {
      setError(reason);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button)')?.focus());
    } finally {
      setSending(false);
    }
  }

  const atFields = fieldsOf(error);
  const isElsewhere = error !== null && !isShownAtField(form.current, atFields);
  return (
    <AriaForm ref={form} onSubmit={submit} validationErrors={atFields} className="flex flex-col gap-5">
      {given.children}
      {isElsewhere && <ProblemNotice error={error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="main" isPending={isSending}>
          {isSending ? say('kit.sending') : given.submit}
        </Button>
        {given.aside}
      </div>
    </AriaForm>
  );
}

/** What was typed, by the name of its field. */
export type Typed = {
  /** Trimmed; empty when there is nothing. */
  text(name: string): string;
  /** As typed: passwords keep their spaces. */
  exact(name: string): string;
  number(name: string): number;
  ticked(name: string): boolean;
};

function typedIn(data: FormData): Typed {
  const exact = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    exact,
    text: (name) => exact(name).trim(),
    number: (name) => Number(exact(name)),
    ticked: (name) => data.has(name),
  };
}

function fieldsOf(error: unknown): Record<string, string[]> {
  const byField: Record<string, string[]> = {};
  if (!(error instanceof Problem)) return byField;
  for (const { field, detail } of error.fields) (byField[field] ??= []).push(detail);
  return byField;
}

function isShownAtField(form: HTMLFormElement | null, byField: Record<string, string[]>): boolean {
  const names = Object.keys(byField);
  return names.length > 0 && names.every((name) => form?.elements.namedItem(name) !== null);
}
