import { useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Icon } from '#kit/web/icons.tsx';

type Given = {
  icon: Icon;
  /** What would be saved, at a glance. */
  said: ReactNode;
  /** What it is, in a word: read out with the buttons. */
  name: string;
  /** Something is missing in it: the fields are open. */
  isOpen?: boolean;
  isLeft?: boolean;
  onLeave?: (isLeft: boolean) => void;
  children: ReactNode;
};

/** One part of an entry: shown in a line, changed when one wants to, left out in a tap. */
export function Part({ icon: PartIcon, said, name, isOpen = false, isLeft = false, onLeave, children }: Given) {
  const say = useMessages();
  const [isChanging, setChanging] = useState(false);
  const isShown = !isLeft && (isOpen || isChanging);
  return (
    <section aria-label={name} className="flex flex-col gap-3 border-t border-line pt-3">
      <div className="flex items-start gap-3">
        <PartIcon className={`mt-2 ${isLeft ? 'text-ink-faint' : 'text-accent'}`} />
        <div className={`min-w-0 flex-1 pt-1.5 ${isLeft ? 'text-ink-faint line-through' : ''}`}>{said}</div>
        <span className="-me-3 flex shrink-0 flex-col sm:flex-row">
          {!isLeft && !isOpen && (
            <Button look="quiet" aria-expanded={isShown} onPress={() => setChanging(!isChanging)}>
              {say(isChanging ? 'quick_entry.part.done' : 'quick_entry.part.change')}
            </Button>
          )}
          {onLeave && (
            <Button look="quiet" onPress={() => onLeave(!isLeft)}>
              {say(isLeft ? 'quick_entry.part.keep' : 'quick_entry.part.leave')}
            </Button>
          )}
        </span>
      </div>
      {isShown && <div className="flex flex-col gap-3 pb-2">{children}</div>}
    </section>
  );
}
