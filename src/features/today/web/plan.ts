import { useQueryClient } from '@tanstack/react-query';
import { announce } from '#kit/web/live-region.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { reordered } from './reordered.ts';
import { api, type Entry, type Today } from './today.ts';

type Change = { minutes?: number | null; first?: string[]; leftOut?: string[] };

export type PlanWays = {
  setMinutes: (minutes: number | null) => Promise<void>;
  start: () => Promise<void>;
  /** Puts somebody at a place of the plan, from within or from those who wait. */
  put: (entry: Entry, at: number) => Promise<void>;
  leaveOut: (entry: Entry) => Promise<void>;
  carryOver: (entries: readonly Entry[]) => Promise<void>;
};

/** What one can say about one's own day; each is told to whoever listens, and what is refused is said. */
export function usePlan(today: Pick<Today, 'entries'> | undefined, leftOut: readonly string[]): PlanWays {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const plan = today?.entries ?? [];

  async function attempt(run: () => Promise<string>) {
    try {
      const text = await run();
      await client.invalidateQueries();
      if (text !== '') announce(text);
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  const change = async (body: Change) => await api.call('patch', '/api/today/plan', { body });

  return {
    setMinutes: (minutes) =>
      attempt(async () => {
        await change({ minutes });
        return say('today.hours.set');
      }),
    start: () =>
      attempt(async () => {
        await api.call('post', '/api/today/plan/started');
        return say('today.started');
      }),
    put: (entry, at) =>
      attempt(async () => {
        const { id, name } = entry.customer;
        await change({ first: reordered(plan, id, at), leftOut: leftOut.filter((one) => one !== id) });
        return say('today.put', { name, place: at + 1 });
      }),
    leaveOut: (entry) =>
      attempt(async () => {
        const { id, name } = entry.customer;
        const first = plan.filter((one) => one.because === 'chosen' && one.customer.id !== id).map((one) => one.customer.id);
        await change({ first, leftOut: [...leftOut, id] });
        return say('today.left_out', { name });
      }),
    carryOver: (entries) =>
      attempt(async () => {
        const { on } = await api.call('post', '/api/today/carried-over', {
          body: { customerIds: entries.map(({ customer }) => customer.id) },
        });
        const text = say('today.carried', { count: entries.length, on: formats.weekdayDate(on) });
        toast({ text });
        return text;
      }),
  };
}
