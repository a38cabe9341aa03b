import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { FieldHint, FieldLabel, FieldProblem } from './field.tsx';
import { useMessages } from './i18n/language.tsx';
import { EyeIcon, EyeOffIcon } from './icons.tsx';

/** A password, that its writer may look at: whoever sees what they type chooses longer ones. */
export function PasswordField({
  label,
  hint,
  ...rest
}: { label: string; hint?: string } & Omit<TextFieldProps, 'className' | 'style' | 'children' | 'type'>) {
  const say = useMessages();
  const [isShown, setShown] = useState(false);
  return (
    <AriaTextField {...rest} type={isShown ? 'text' : 'password'} className={FIELD}>
      <FieldLabel>{label}</FieldLabel>
      <Group className={`${FIELD_BOX} flex items-center ps-3`}>
        <Input dir="ltr" className="h-full min-w-0 grow bg-transparent text-start outline-none rtl:text-end" />
        <Button
          aria-label={say(isShown ? 'kit.password.hide' : 'kit.password.show')}
          onPress={() => setShown(!isShown)}
          className="flex h-full min-w-11 items-center justify-center rounded-lg text-ink-faint data-hovered:text-ink"
        >
          {isShown ? <EyeOffIcon className="size-[1.125rem]" /> : <EyeIcon className="size-[1.125rem]" />}
        </Button>
      </Group>
      <FieldHint>{hint}</FieldHint>
      <FieldProblem />
    </AriaTextField>
  );
}
