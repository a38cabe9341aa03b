import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useMessages } from './i18n/language.tsx';

/** What every field is made of: a label above, the box, a hint, and what is wrong with it. */
export const FIELD = 'flex min-w-0 flex-col gap-1.5';

export const FIELD_BOX =
  'h-field w-full min-w-0 rounded-lg border border-line-strong bg-sheet text-base text-ink transition-colors outline-none ' +
  'placeholder:text-ink-faint hover:border-ink-soft data-disabled:opacity-50 ' +
  'data-focused:border-accent data-focused:ring-1 data-focused:ring-accent ' +
  'data-focus-within:border-accent data-focus-within:ring-1 data-focus-within:ring-accent ' +
  'data-invalid:border-red data-invalid:ring-red';

export function FieldLabel({ children }: { children: ReactNode }) {
  return <Label className="text-sm font-medium text-ink">{children}</Label>;
}

export function FieldHint({ children }: { children?: ReactNode }) {
  if (children === undefined || children === null) return null;
  return (
    <Text slot="description" className="text-sm text-ink-soft">
      {children}
    </Text>
  );
}

/** What the server said about this field, or what the browser found, in our words instead of the browser's. */
export function FieldProblem() {
  const say = useMessages();
  return (
    <FieldError className="text-sm font-medium text-red">
      {({ validationErrors, validationDetails }) => {
        if (validationDetails.customError) return validationErrors.join(' ');
        if (validationDetails.valueMissing) return say('kit.field.required');
        if (validationDetails.typeMismatch) return say('kit.field.notAnAddress');
        if (validationDetails.tooShort) return say('kit.field.tooShort');
        if (validationDetails.rangeUnderflow) return say('kit.field.tooSmall');
        if (validationDetails.rangeOverflow) return say('kit.field.tooLarge');
        return say('kit.field.wrong');
      }}
    </FieldError>
  );
}
