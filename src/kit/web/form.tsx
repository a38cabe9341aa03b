import { useEffect, useRef, useState, type ReactNode } from 'react';
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
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusal === null) return;
    // The fields show it a moment after they have heard of it.
    const shown = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button)')?.focus(),
    );
    return () => cancelAnimationFrame(shown);
  }, [refusal]);

  async function submit(filled: HTMLFormElement) {
    if (isSending) return;
    setSending(true);
    setRefusal(null);
    try {
      await everyFieldIn(filled);
      await given.send(typedIn(new FormData(filled)));
    } catch (reason) {
      setRefusal(refusalOf(reason, filled));
    } finally {
      setSending(false);
    }
  }

  return (
    <AriaForm
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
      validationErrors={refusal?.atFields ?? {}}
      className="flex flex-col gap-5"
    >
      {given.children}
      {refusal?.isElsewhere === true && <ProblemNotice error={refusal.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="main" isPending={isSending}>
          {isSending ? say('kit.sending') : given.submit}
        </Button>
        {given.aside}
      </div>
    </AriaForm>
  );
}

/** Some fields load their code when they are first shown; a quick hand must not send the form without them. */
async function everyFieldIn(form: HTMLFormElement): Promise<void> {
  while (form.querySelector('[aria-busy="true"]') !== null) await new Promise(requestAnimationFrame);
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

/** What the server refused: which of it stands at fields, and whether something is left to say beside them. */
type Refusal = { readonly error: unknown; readonly atFields: Record<string, string[]>; readonly isElsewhere: boolean };

function refusalOf(error: unknown, form: HTMLFormElement): Refusal {
  const atFields: Record<string, string[]> = {};
  const found = error instanceof Problem ? error.fields : [];
  for (const { field, detail } of found) (atFields[field] ??= []).push(detail);
  const isShown = found.length > 0 && found.every(({ field }) => form.elements.namedItem(field) !== null);
  return { error, atFields, isElsewhere: !isShown };
}
