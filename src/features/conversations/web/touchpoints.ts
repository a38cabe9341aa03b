import { useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { GiftIcon, CalendarIcon, CartIcon, CustomersIcon, FileIcon, MailIcon, NoteIcon, PhoneIcon, type Icon } from '#kit/web/icons.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { conversationsApi, Touchpoint as TouchpointShape, TouchpointTold } from '../api.ts';
import type { TouchpointKind } from '../domain/index.ts';

export const api = apiOf<typeof conversationsApi>();

export type Touchpoint = z.output<typeof TouchpointShape>;
export type Told = z.input<typeof TouchpointTold>;

export const kindIcons: Readonly<Record<TouchpointKind, Icon>> = {
  call: PhoneIcon,
  email: MailIcon,
  meeting: CustomersIcon,
  visit: CartIcon,
  message: MailIcon,
  letter: FileIcon,
  gift: GiftIcon,
  delivery: CalendarIcon,
  note: NoteIcon,
};

/** Logs, with a way back; and takes back, with a way forward. Pages that are open show what follows from it. */
export function useTouchpoints(
  customer: string,
  name = '',
): {
  log: (told: Told) => Promise<void>;
  correct: (touchpoint: string, told: Told) => Promise<void>;
  remove: (touchpoint: Touchpoint) => Promise<void>;
} {
  const say = useMessages();
  const client = useQueryClient();

  async function log(told: Told) {
    const about = { what: `conversations.said.${told.kind}_${told.direction ?? 'out'}`, customer: { id: customer, name }, text: 'summary' };
    const logged = await api.entry('post', '/api/customers/{customer}/touchpoints', { params: { customer }, body: told }, about);
    await client.invalidateQueries();
    if (logged === 'waiting') toast({ text: say('kit.offline.kept') });
    else toast({ text: say('conversations.logged'), undo: () => void take(logged.id).catch(complain) });
  }

  async function correct(touchpoint: string, told: Told) {
    await api.call('patch', '/api/touchpoints/{touchpoint}', { params: { touchpoint }, body: told });
    await client.invalidateQueries();
    toast({ text: say('conversations.corrected.done') });
  }

  async function remove(touchpoint: Touchpoint) {
    const { kind, direction, reached, at, minutes, summary, pulse, listeningPercent } = touchpoint;
    const participants = { personIds: touchpoint.persons.map(({ id }) => id), colleagueIds: touchpoint.colleagues.map(({ id }) => id) };
    try {
      await take(touchpoint.id);
      toast({
        text: say('conversations.removed'),
        undo: () => void log({ kind, direction, reached, at, minutes, summary, pulse, listeningPercent, ...participants }).catch(complain),
      });
    } catch (error) {
      complain(error);
    }
  }

  async function take(touchpoint: string) {
    await api.call('delete', '/api/touchpoints/{touchpoint}', { params: { touchpoint } });
    await client.invalidateQueries();
  }

  function complain(error: unknown) {
    toast({ text: problemText(say, error), tone: 'bad' });
  }

  return { log, correct, remove };
}
