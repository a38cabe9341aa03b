import { lazy, Suspense, useEffect, useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { turnThePage, useConnection } from '#kit/web/offline/connection.ts';
import { useWaitingEntries } from '#kit/web/offline/waiting.ts';
import { Notice } from '#kit/web/problem-notice.tsx';

const WaitingDialog = lazy(async () => ({ default: (await import('./waiting-dialog.tsx')).WaitingDialog }));

/** Above every page: that there is no connection and of when the page is, what waits on this device, and what the server did not want. */
export function OfflineNotice({ path }: { path: string }) {
  const say = useMessages();
  const { isOffline, asOf } = useConnection();
  const entries = useWaitingEntries();
  const [isOpen, setOpen] = useState(false);
  const whenText = useWhen();
  const refused = entries.filter((entry) => entry.refused !== null).length;
  const waiting = entries.length - refused;
  useEffect(turnThePage, [path]);
  return (
    <>
      {(isOffline || entries.length > 0) && (
        <div role="status" className="mx-auto mb-6 w-full max-w-2xl print:hidden">
          <Notice
            tone={refused > 0 ? 'amber' : 'plain'}
            action={
              entries.length > 0 && (
                <span className="-ms-4 sm:ms-0">
                  <Button look="quiet" onPress={() => setOpen(true)}>
                    {say('kit.offline.look')}
                  </Button>
                </span>
              )
            }
          >
            {isOffline && <p>{asOf === null ? say('kit.offline') : say('kit.offline.as_of', { asOf: whenText(asOf) })}</p>}
            {waiting > 0 && <p>{say(isOffline ? 'kit.offline.waiting' : 'kit.offline.sending', { count: waiting })}</p>}
            {refused > 0 && <p>{say('kit.offline.refused', { count: refused })}</p>}
          </Notice>
        </div>
      )}
      <Suspense>{isOpen && <WaitingDialog entries={entries} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

/** 08:14, with its day where that is another than today. */
function useWhen(): (moment: string) => string {
  const formats = useFormats();
  const { workspace } = useSignedIn();
  return (moment) => (formats.dayOf(moment).toString() === workspace.today ? formats.time(moment) : formats.moment(moment));
}
