import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'amber' | 'red';

const TONES: Readonly<Record<Tone, string>> = {
  plain: 'bg-wash text-ink-soft ring-1 ring-line ring-inset',
  good: 'bg-accent-soft text-accent-strong',
  amber: 'bg-amber-soft text-amber',
  red: 'bg-red-soft text-red',
};

/** A word or two about a state. Amber and red only where something is owed; never colour alone. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-xs font-medium whitespace-nowrap ${TONES[tone]}`}>
      {children}
    </span>
  );
}
