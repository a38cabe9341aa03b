import { useEffect, useState, type KeyboardEvent } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { useFilter } from 'react-aria-components';
import { takeTypedAhead, useAllCommands, type Command, type Finder } from './commands.ts';
import { useGo } from './go.ts';
import { SearchIcon } from './icons.tsx';
import { Keys } from './keys.tsx';
import { useMessages } from './i18n/language.tsx';
import { Spotted } from './spots.tsx';

/** Go anywhere, find anyone, do anything, without leaving the keyboard. */
export function CommandMenu(given: { isOpen: boolean; onClose: () => void; finders: readonly Finder[] }) {
  return (
    <ModalOverlay
      isOpen={given.isOpen}
      onOpenChange={(open) => !open && given.onClose()}
      isDismissable
      className="fixed inset-0 z-50 flex justify-center bg-veil p-3 sm:items-start sm:pt-[12vh]"
    >
      <Modal className="appear flex h-fit max-h-[70vh] w-full max-w-xl flex-col overflow-hidden rounded-2xl bg-sheet shadow-lift">
        <MenuBody onClose={given.onClose} finders={given.finders} />
      </Modal>
    </ModalOverlay>
  );
}

function MenuBody({ onClose, finders }: { onClose: () => void; finders: readonly Finder[] }) {
  const say = useMessages();
  const [text, setText] = useState('');
  useEffect(() => {
    // By now the field has the focus, so nothing is lost in between.
    const focused = requestAnimationFrame(() => setText((typed) => takeTypedAhead() + typed));
    return () => cancelAnimationFrame(focused);
  }, []);
  const { found, isSettled } = useFound(text, finders);
  const commands = useAllCommands();
  const { contains, startsWith } = useFilter({ sensitivity: 'base' });
  const matching = commands
    .filter((one) => contains(one.label, text))
    .toSorted((one, other) => Number(startsWith(other.label, text)) - Number(startsWith(one.label, text)));
  const groups = (['do', 'go'] as const).map((id) => ({ id, commands: matching.filter((one) => one.group === id) }));
  const all = [...groups, { id: 'found' as const, commands: found }].filter((group) => group.commands.length > 0);

  function run(id: string | number) {
    onClose();
    all
      .flatMap((group) => group.commands)
      .find((one) => one.id === id)
      ?.run();
  }

  const first = all[0]?.commands[0];
  // The text for which Enter was pressed before all were found whom it may mean.
  const [hurried, setHurried] = useState<string | null>(null);
  const meant = isSettled && hurried === text ? first : undefined;
  useEffect(() => {
    if (meant === undefined) return;
    onClose();
    meant.run();
  }, [meant, onClose]);

  /** Whoever types ahead and presses Enter means the first, though no arrow has pointed at it yet; of those still looked for, the first to be found. */
  function runFirst(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // What an arrow points at is meant, unless it was found for an earlier text.
    const pointedAt = event.currentTarget.getAttribute('aria-activedescendant');
    if (isSettled && pointedAt !== null && document.getElementById(pointedAt)) return;
    event.preventDefault();
    event.stopPropagation();
    if (first !== undefined && (isSettled || first.group !== 'found')) run(first.id);
    else setHurried(text);
  }

  return (
    <Dialog aria-label={say('kit.commands.title')} className="flex min-h-0 flex-col outline-none">
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField autoFocus aria-label={say('kit.commands.title')} className="flex items-center gap-3 border-b border-line px-4">
          <SearchIcon className="text-ink-faint" />
          <Input
            onKeyDownCapture={runFirst}
            placeholder={say('kit.commands.placeholder')}
            className="h-14 min-w-0 grow bg-transparent text-lg outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
          />
        </SearchField>
        <Menu
          aria-label={say('kit.commands.title')}
          items={all}
          onAction={run}
          renderEmptyState={() => <p className="px-3 py-6 text-center text-ink-soft">{say('kit.commands.none')}</p>}
          className="min-h-0 overflow-auto p-2 outline-none"
        >
          {(group) => (
            <MenuSection id={group.id}>
              <Header className="px-3 pt-2 pb-1 text-xs font-medium text-ink-faint">{say(`kit.commands.${group.id}`)}</Header>
              {group.commands.map((one) => (
                <Row key={one.id} command={one} />
              ))}
            </MenuSection>
          )}
        </Menu>
      </Autocomplete>
      <p role="status" className="sr-only">
        {text.trim() !== '' &&
          isSettled &&
          say('kit.commands.count', { count: all.reduce((sum, group) => sum + group.commands.length, 0) })}
      </p>
    </Dialog>
  );
}

function Row({ command }: { command: Command }) {
  const { icon: Icon } = command;
  return (
    <MenuItem
      id={command.id}
      textValue={command.label}
      className="flex min-h-11 items-center gap-3 rounded-lg px-3 outline-none data-focused:bg-accent-soft"
    >
      {Icon && <Icon className="text-ink-faint" />}
      <span className="flex min-w-0 grow flex-wrap items-baseline gap-x-2 py-1.5">
        <bdi className="max-w-full truncate">
          <Spotted text={command.label} spots={command.spots} />
        </bdi>
        {command.note !== undefined && (
          <bdi className="max-w-full truncate text-sm text-ink-soft">
            <Spotted text={command.note} spots={command.noteSpots} />
          </bdi>
        )}
      </span>
      {command.keys !== undefined && <Keys keys={command.keys} />}
    </MenuItem>
  );
}

/** What the finders know about the text, asked shortly after the typing rests. What was found before stays until they have answered. */
function useFound(text: string, finders: readonly Finder[]): { readonly found: readonly Command[]; readonly isSettled: boolean } {
  const say = useMessages();
  const go = useGo();
  const wanted = text.trim();
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: readonly Command[] }>({ to: '', found: [] });
  useEffect(() => {
    if (wanted === '') return;
    const asked = new AbortController();
    const rest = setTimeout(async () => {
      const answers = await Promise.all(finders.map((find) => find(wanted, { signal: asked.signal, say, go }).catch(() => [])));
      if (!asked.signal.aborted) setAnswer({ to: wanted, found: answers.flat() });
    }, 60);
    return () => {
      clearTimeout(rest);
      asked.abort();
    };
  }, [wanted, finders, say, go]);
  return wanted === '' ? { found: [], isSettled: true } : { found: answer.found, isSettled: answer.to === wanted };
}
