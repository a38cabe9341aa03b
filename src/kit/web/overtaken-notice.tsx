import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useMessages } from './i18n/language.tsx';
import { Notice } from './problem-notice.tsx';

/** What somebody else changed while one was typing: what it was, what it is now, and the choice. Saving again puts one's own over it. */
export function OvertakenNotice({
  changes,
  onTheirs,
}: {
  changes: readonly { readonly label: string; readonly before: ReactNode; readonly now: ReactNode }[];
  onTheirs: () => void;
}) {
  const say = useMessages();
  const notice = useRef<HTMLDivElement>(null);
  // Beneath a long form nobody would see it.
  useEffect(() => {
    // Braces: newer browsers answer it with a promise, which is no way to clean up.
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Notice tone="amber">
      <div ref={notice} role="alert" className="flex scroll-mb-24 flex-col gap-1">
        <p className="font-medium">{say('kit.overtaken')}</p>
        <ul className="text-sm">
          {changes.map(({ label, before, now }) => (
            <li key={label} className="break-words">
              {label}: <del className="text-ink-soft">{before === '' ? say('kit.overtaken.nothing') : before}</del>{' '}
              <ins className="font-medium no-underline">{now === '' ? say('kit.overtaken.nothing') : now}</ins>
            </li>
          ))}
        </ul>
        <p className="text-sm text-ink-soft">{say('kit.overtaken.hint')}</p>
        <div className="-ms-4">
          <Button look="quiet" onPress={onTheirs}>
            {say('kit.overtaken.theirs')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
