import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ChevronDownIcon, type Icon } from './icons.tsx';
import { useMessages } from './i18n/language.tsx';

const TONES = { plain: 'text-accent', amber: 'text-amber', red: 'text-red' } as const;

/** Why something is suggested: one sentence a customer could hear without blushing, and the evidence one press away. */
export function Reason(given: {
  icon: Icon;
  /** `amber` and `red` only where something is owed. */
  tone?: keyof typeof TONES;
  children: ReactNode;
  /** Figures and dates a person can check. */
  evidence?: ReactNode;
}) {
  const say = useMessages();
  const [isOpen, setOpen] = useState(false);
  const evidenceId = useId();
  const { icon: Icon } = given;
  return (
    <div className="flex gap-2.5">
      <Icon className={`mt-[0.2em] size-[1.125rem] ${TONES[given.tone ?? 'plain']}`} />
      <div className="min-w-0 grow">
        <span>{given.children}</span>
        {given.evidence !== undefined && (
          <>
            {' '}
            <Button
              aria-expanded={isOpen}
              aria-controls={evidenceId}
              onPress={() => setOpen(!isOpen)}
              className="-my-2 inline-flex items-center gap-0.5 rounded py-2 text-sm text-ink-faint data-hovered:text-accent"
            >
              {say('kit.reason.why')}
              <ChevronDownIcon className={`size-3.5 transition-transform ${isOpen ? 'rotate-180' : ''}`} />
            </Button>
            <div id={evidenceId} hidden={!isOpen} className="tabular mt-1 mb-2 border-s-2 border-line ps-3 text-sm text-ink-soft">
              {given.evidence}
            </div>
          </>
        )}
      </div>
    </div>
  );
}
