import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useMessages, type Say } from './i18n/language.tsx';
import { WarningIcon } from './icons.tsx';
import { Problem } from './problem.ts';

/** What went wrong, in a sentence. The server's own words where it has some. */
export function problemText(say: Say, error: unknown): string {
  if (error instanceof Problem && error.message !== '') return error.message;
  if (error instanceof Problem && error.status === 0) return say('kit.problem.offline');
  return say('kit.problem.unexpected');
}

/** Something that was tried and failed, where it was tried, with another try. */
export function ProblemNotice(given: { error: unknown; onRetry?: () => void }) {
  const say = useMessages();
  return (
    <Notice
      tone="red"
      {...(given.onRetry
        ? {
            action: (
              <Button look="quiet" onPress={given.onRetry}>
                {say('kit.retry')}
              </Button>
            ),
          }
        : {})}
    >
      {problemText(say, given.error)}
    </Notice>
  );
}

const TONES = { plain: 'border-accent bg-accent-soft', amber: 'border-amber bg-amber-soft', red: 'border-red bg-red-soft' } as const;

/** Something to know on this page before going on. */
export function Notice({ tone = 'plain', children, action }: { tone?: keyof typeof TONES; children: ReactNode; action?: ReactNode }) {
  return (
    <div
      {...(tone === 'red' ? { role: 'alert' } : {})}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-e-lg border-s-4 px-4 py-3 ${TONES[tone]}`}
    >
      {tone !== 'plain' && <WarningIcon className={tone === 'red' ? 'text-red' : 'text-amber'} />}
      <div className="min-w-[min(100%,14rem)] flex-1">{children}</div>
      {action}
    </div>
  );
}
