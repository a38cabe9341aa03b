import type { ReactNode } from 'react';

type Bar = {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: number;
  /** The value as people read it. */
  readonly text: string;
  /** What is not certain: from and until, in the same unit. */
  readonly interval?: readonly [number, number];
  readonly tone?: 'plain' | 'amber' | 'red';
};

const TONES = { plain: 'bg-accent', amber: 'bg-amber', red: 'bg-red' } as const;

/** Amounts side by side, each with its words. It is a list, so nothing needs to be told twice to who cannot see it. */
export function Bars({ bars, max }: { bars: readonly Bar[]; max?: number }) {
  const top = max ?? Math.max(...bars.map((bar) => bar.interval?.[1] ?? bar.value), 1e-9);
  const share = (value: number) => `${Math.max(0, Math.min(1, value / top)) * 100}%`;
  return (
    <ul className="grid grid-cols-[minmax(5rem,auto)_1fr_auto] items-center gap-x-4 gap-y-2">
      {bars.map((bar) => (
        <li key={bar.id} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="text-sm">{bar.label}</span>
          <span className="relative h-2.5 rounded-full bg-wash" aria-hidden="true">
            <span className={`absolute inset-y-0 start-0 rounded-full ${TONES[bar.tone ?? 'plain']}`} style={{ width: share(bar.value) }} />
            {bar.interval && (
              <span
                className="absolute inset-y-[-0.125rem] border-x-[1.5px] border-ink bg-[linear-gradient(var(--ink),var(--ink))] bg-size-[100%_1.5px] bg-center bg-no-repeat"
                style={{ insetInlineStart: share(bar.interval[0]), width: share(bar.interval[1] - bar.interval[0]) }}
              />
            )}
          </span>
          <span className="tabular text-end text-sm">{bar.text}</span>
        </li>
      ))}
    </ul>
  );
}
