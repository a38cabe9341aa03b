import { useContext, useEffect, useState, type ReactNode } from 'react';
import { FieldErrorContext } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { useMessages } from './i18n/language.tsx';

export function FieldLabel({ children, isHidden = false }: { children: ReactNode; isHidden?: boolean }) {
  return <Label className={isHidden ? 'sr-only' : 'text-sm font-medium text-ink'}>{children}</Label>;
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
  const problem = useProblem();
  const leaving = useLinger(problem);
  if (problem !== null) {
    return (
      <Text slot="errorMessage" className="text-sm font-medium text-red">
        {problem}
      </Text>
    );
  }
  return leaving === null ? null : (
    <span aria-hidden="true" className="invisible text-sm font-medium">
      {leaving}
    </span>
  );
}

function useProblem(): string | null {
  const say = useMessages();
  const found = useContext(FieldErrorContext);
  if (found?.isInvalid !== true) return null;
  const { validationDetails: details, validationErrors } = found;
  if (details.customError) return validationErrors.join(' ');
  if (details.valueMissing) return say('kit.field.required');
  if (details.typeMismatch) return say('kit.field.notAnAddress');
  if (details.tooShort) return say('kit.field.tooShort');
  if (details.rangeUnderflow) return say('kit.field.tooSmall');
  if (details.rangeOverflow) return say('kit.field.tooLarge');
  return say('kit.field.wrong');
}

/**
 * Keeps the room of a text that has just gone. A corrected field loses its problem when the pointer goes down on the button
 * below; were the button to move then, the press would miss it.
 */
function useLinger(text: string | null): string | null {
  const [kept, setKept] = useState(text);
  if (text !== null && text !== kept) setKept(text);
  useEffect(() => {
    if (text !== null) return;
    const gone = setTimeout(() => setKept(null), 500);
    return () => clearTimeout(gone);
  }, [text]);
  return kept;
}
