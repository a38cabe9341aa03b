import { lazy, Suspense, useContext, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { AboveContext } from '#kit/web/above.ts';
import { Button, IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, CloseIcon, MoreIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { useRight } from '#kit/web/right.ts';
import type { Doing } from './promise-dialogs.tsx';
import { useWays, type PromiseSeen } from './promises.ts';

const PromiseDialog = lazy(async () => ({ default: (await import('./promise-dialogs.tsx')).PromiseDialog }));

/** What can be done about an open promise: keep it, or answer who asked to hand it over; the rest behind a button. */
export function PromiseActions({ promise }: { promise: PromiseSeen }) {
  const say = useMessages();
  const { colleague: me } = useSignedIn();
  const { may: mayActForColleagues } = useRight('actForColleagues');
  const ways = useWays();
  const putAbove = useContext(AboveContext);
  const [isRunning, setRunning] = useState(false);
  const isAsked = promise.handedTo?.id === me.id;
  const mayHandOver = isAsked || (promise.handedTo === null && (promise.owner.id === me.id || mayActForColleagues));
  const mayWithdraw = promise.handedTo !== null && !isAsked && (promise.owner.id === me.id || mayActForColleagues);
  const mayRemind = (promise.handedTo ?? promise.owner).id !== me.id;

  async function run(way: (promise: PromiseSeen) => Promise<void>) {
    setRunning(true);
    await way(promise);
    setRunning(false);
  }

  function ask(doing: Doing) {
    putAbove(
      <Suspense>
        <PromiseDialog doing={doing} promise={promise} ways={ways} onClose={() => putAbove(null)} />
      </Suspense>,
    );
  }

  const entry = (id: Doing, text: string) => ({ text: say(text), run: () => ask(id) });
  return (
    <div className="flex flex-wrap items-center gap-1">
      {isAsked ? (
        <>
          <Button needs="workWithCustomers" icon={CheckIcon} onPress={() => void run(ways.accept)} isPending={isRunning}>
            {say('promises.accept')}
          </Button>
          <Button needs="workWithCustomers" look="quiet" icon={CloseIcon} onPress={() => ask('decline')}>
            {say('promises.decline')}
          </Button>
        </>
      ) : (
        <Button needs="workWithCustomers" icon={CheckIcon} onPress={() => void run(ways.keep)} isPending={isRunning}>
          {say('promises.keep')}
        </Button>
      )}
      <Menu
        label={say('promises.otherwise')}
        renderTrigger={(door) => <IconButton needs="workWithCustomers" icon={MoreIcon} label={say('promises.otherwise')} {...door} />}
        entries={[
          ...(isAsked ? [{ text: say('promises.keep'), run: () => void run(ways.keep) }] : []),
          entry('call', 'promises.call_anyway'),
          entry('time', 'promises.more_time'),
          ...(mayHandOver ? [entry('hand_over', isAsked ? 'promises.pass_on' : 'promises.hand_over')] : []),
          ...(mayWithdraw ? [{ text: say('promises.withdraw'), run: () => void run(ways.withdraw) }] : []),
          ...(mayRemind ? [{ text: say('promises.remind'), run: () => void run(ways.remind) }] : []),
          entry('released', 'promises.released'),
          entry('broken', 'promises.broken'),
        ]}
      />
    </div>
  );
}
