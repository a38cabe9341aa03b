import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import type { Today } from './today.ts';

type Given = {
  today: Today;
  isOpen: boolean;
  onOpen: () => void;
  pages: Pick<UseInfiniteQueryResult, 'isPending' | 'isError' | 'error' | 'refetch'>;
};

/** The head of those who did not fit into the day, and are still within reach. */
export function WaitingHead({ today, isOpen, onOpen, pages }: Given) {
  const say = useMessages();
  const { count, isMore } = today.waiting;
  const title = say('today.waiting', { count, isMore: isMore ? 'yes' : 'no' });
  if (!isOpen) {
    return (
      <div className="border-t border-line pt-4">
        <Button look="quiet" icon={ChevronDownIcon} onPress={onOpen}>
          {title}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="max-w-prose text-sm text-ink-soft">{say('today.waiting.lede')}</p>
      </div>
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
    </div>
  );
}
