import type { ReactNode } from 'react';
import type { Icon } from './icons.tsx';

const TONES = { plain: 'text-accent', amber: 'text-amber', red: 'text-red' } as const;

/** Why something is suggested: one sentence a customer could hear without blushing. */
export function Reason(given: {
  icon: Icon;
  /** `amber` and `red` only where something is owed. */
  tone?: keyof typeof TONES;
  children: ReactNode;
}) {
  const { icon: Icon } = given;
  return (
    <div className="flex gap-2.5">
      <Icon className={`mt-[0.2em] size-[1.125rem] ${TONES[given.tone ?? 'plain']}`} />
      <div className="min-w-0 grow">{given.children}</div>
    </div>
  );
}
