import { GivePromiseForm, LogWithWord } from '#features/promises/web/index.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import type { Doing } from './doing.ts';
import { OpenPromises } from './open-promises.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import type { Entry } from './today.ts';

/** What was begun about a customer. Its code comes when somebody begins. */
export function Panel(given: Given) {
  return (
    <div ref={(panel) => panel?.scrollIntoView({ block: 'nearest' })} className="scroll-mb-36">
      <Form {...given} />
    </div>
  );
}

type Given = { entry: Entry; doing: Doing; onDone: () => void };

function Form({ entry, doing, onDone }: Given) {
  const { id, name, addressedAs } = entry.customer;
  switch (doing) {
    case 'log':
      return <LogWithWord customer={id} names={[name, addressedAs]} onLogged={onDone} autoFocus />;
    case 'promise':
      return <GivePromiseForm customer={id} onDone={onDone} onCancel={onDone} />;
    case 'keep':
      return <OpenPromises customer={id} onDone={onDone} />;
    case 'snooze':
      return <SnoozeDialog entry={entry} onClose={onDone} />;
    case 'decline':
      return <DeclineDialog entry={entry} onClose={onDone} />;
  }
}
