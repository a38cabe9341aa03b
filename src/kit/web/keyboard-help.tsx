import { Switch } from './checkbox.tsx';
import { useAllCommands } from './commands.ts';
import { Dialog } from './dialog.tsx';
import { Keys } from './keys.tsx';
import { useMessages } from './i18n/language.tsx';
import { adoptPreferences, usePreferences } from './prefs.ts';

/** Every key that does something here and now. */
export function KeyboardHelp(given: { isOpen: boolean; onClose: () => void }) {
  const say = useMessages();
  const { singleKeys } = usePreferences();
  const commands = useAllCommands().filter((one) => one.keys !== undefined);
  return (
    <Dialog title={say('kit.keys.title')} isOpen={given.isOpen} onClose={given.onClose}>
      <dl className="flex flex-col">
        <Line label={say('kit.commands.title')} keys="Ctrl K" />
        <Line label={say('kit.keys.title')} keys="?" />
        {commands.map((one) => (
          <Line key={one.id} label={one.label} keys={one.keys ?? ''} />
        ))}
      </dl>
      <Switch isSelected={singleKeys} onChange={(on) => adoptPreferences({ singleKeys: on })}>
        {say('kit.keys.single')}
      </Switch>
    </Dialog>
  );
}

function Line({ label, keys }: { label: string; keys: string }) {
  return (
    <div className="flex min-h-10 items-center justify-between gap-6 border-b border-line last:border-0">
      <dt>{label}</dt>
      <dd>
        <Keys keys={keys} />
      </dd>
    </div>
  );
}
