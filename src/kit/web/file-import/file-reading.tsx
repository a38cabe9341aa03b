import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { useGo } from '../go.ts';
import { useMessages } from '../i18n/language.tsx';
import { ButtonLink } from '../link.tsx';
import { announce } from '../live-region.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import { useGiven, useLook, type FileImports, type Imported, type LookedAt } from './file-imports.ts';

/** What was understood of a file, and what a person says of that. */
export type Reading<Looked, Given> = {
  readonly looked: Looked;
  /** Whether it is of what was said last; until then, the one before stays. */
  readonly isFresh: boolean;
  readonly given: Given;
  readonly give: (change: Given) => void;
};

type Shown<Looked extends LookedAt, Given extends object, Seen extends Imported> = {
  readonly imports: FileImports<Looked, Given, Seen>;
  readonly id: string;
  /** What the button says that begins the work. */
  readonly begin: string;
  /** Whether the work can begin, what whoever changed something hears that it led to, and what is still waited for. */
  readonly tried: (looked: Looked) => {
    readonly isReady: boolean;
    readonly heard: string | undefined;
    readonly waits?: string | undefined;
  };
  readonly children: (reading: Reading<Looked, Given>) => ReactNode;
};

/** How a file would be read: shown, corrected, tried, and then begun. */
export function FileReading<Looked extends LookedAt, Given extends object, Seen extends Imported>({
  imports,
  id,
  begin,
  tried,
  children,
}: Shown<Looked, Given, Seen>) {
  const say = useMessages();
  const client = useQueryClient();
  const go = useGo();
  const [given, give] = useGiven<Given>(id);
  const look = useLook(imports, id, given);
  const looked = look.data;
  const isFresh = !look.isPlaceholderData;
  const came = looked && tried(looked);
  useHeard(isFresh ? looked : undefined, came?.heard);
  const start = useMutation({
    mutationFn: (mapping: Looked['mapping']) => imports.start(id, mapping),
    onSuccess: (seen) => client.setQueryData(imports.seen(id).queryKey, seen),
  });
  const discard = useMutation({ mutationFn: () => imports.cancel(id), onSuccess: () => go(imports.place) });

  if (!looked || !came) {
    return look.isError ? (
      <>
        <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />
        <div>
          <ButtonLink to={imports.place}>{say('kit.import.another')}</ButtonLink>
        </div>
      </>
    ) : (
      <Skeleton lines={6} />
    );
  }
  const isReady = came.isReady && isFresh && !look.isError && !start.isPending;
  return (
    <>
      {children({ looked, isFresh, given, give })}
      {look.isError && <ProblemNotice error={look.error} onRetry={() => void look.refetch()} />}
      {start.isError && <ProblemNotice error={start.error} />}
      {discard.isError && <ProblemNotice error={discard.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="main" isDisabled={!isReady} onPress={() => start.mutate(looked.mapping)}>
          {begin}
        </Button>
        <Button look="quiet" isDisabled={discard.isPending} onPress={() => discard.mutate()}>
          {say('kit.import.discard')}
        </Button>
        {came.waits !== undefined && <span className="text-sm text-ink-soft">{came.waits}</span>}
      </div>
    </>
  );
}

/** Every new look is heard, even one that came to the same. */
function useHeard(looked: LookedAt | undefined, heard: string | undefined): void {
  useEffect(() => {
    if (looked && heard !== undefined) announce(heard);
  }, [looked, heard]);
}
