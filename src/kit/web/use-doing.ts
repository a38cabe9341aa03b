import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from './i18n/language.tsx';
import { problemText } from './problem-notice.tsx';
import { toast } from './toast.tsx';

type Done = { readonly said: string; readonly undo?: () => Promise<unknown> };

/**
 * Does something that needs no form: open pages show what follows, a toast says what was done, with the way back where there is one, or
 * what went wrong.
 */
export function useDoing(): (act: () => Promise<Done>) => Promise<void> {
  const say = useMessages();
  const client = useQueryClient();

  async function go(act: () => Promise<Done>): Promise<void> {
    try {
      const { said, undo } = await act();
      await client.invalidateQueries();
      toast({ text: said, ...(undo ? { undo: () => void takeBack(undo) } : {}) });
    } catch (error) {
      await client.invalidateQueries();
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  async function takeBack(undo: () => Promise<unknown>): Promise<void> {
    try {
      await undo();
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  }

  return go;
}
