import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { FIELD, FIELD_BOX } from './field-look.ts';
import { useMessages } from './i18n/language.tsx';
import { announce } from './live-region.tsx';

/** A text to take along as it stands (a link, a code), with the button that copies it. */
export function CopiedText({ label, text }: { label: string; text: string }) {
  const say = useMessages();
  const id = useId();
  const [isCopied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(say('kit.copied'));
  }

  return (
    <div className={FIELD}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          readOnly
          dir="ltr"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          className={`${FIELD_BOX} min-w-0 flex-1 px-3 text-sm`}
        />
        {/* Where a browser lets nobody copy (no https), the text is selected by itself and copied by hand. */}
        {window.isSecureContext && <Button onPress={() => void copy()}>{say(isCopied ? 'kit.copied' : 'kit.copy')}</Button>}
      </div>
    </div>
  );
}
