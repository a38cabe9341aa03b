import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { Care as CareShape } from '../../api/customer.ts';
import { api } from '../customer.ts';

type Care = z.output<typeof CareShape>;

/** For whom each colleague answers and stands in, and the way to hand all of them to another when one leaves. */
export function CarePage() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/colleagues/care'));
  const [leaving, setLeaving] = useState<Care | null>(null);
  const colleagues = found.data?.colleagues ?? [];
  return (
    <Page
      title={say('people.care.title')}
      lede={say('people.care.lede')}
      back={{ to: '/settings/colleagues', text: say('people.care.back') }}
      width="narrow"
    >
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="flex flex-col divide-y divide-line">
        {colleagues.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <span>
              <bdi className="font-medium">{one.name}</bdi>
              <span className="block text-sm text-ink-soft">
                {say('people.care.counts', { owned: one.owned, deputized: one.deputized })}
              </span>
            </span>
            {colleagues.length > 1 && one.owned + one.deputized > 0 && (
              <Button look="quiet" aria-label={say('people.care.hand_over_of', { name: one.name })} onPress={() => setLeaving(one)}>
                {say('people.care.hand_over')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog title={say('people.care.hand_over_of', { name: leaving.name })} isOpen onClose={() => setLeaving(null)}>
          <HandOverForm
            from={leaving}
            others={colleagues.filter(({ id, mayTakeOver }) => mayTakeOver && id !== leaving.id)}
            onDone={() => setLeaving(null)}
          />
        </Dialog>
      )}
    </Page>
  );
}

function HandOverForm({ from, others, onDone }: { from: Care; others: readonly Care[]; onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();

  async function handOver(typed: Typed) {
    const toId = typed.text('toId');
    const handed = await api.call('post', '/api/colleagues/{colleague}/hand-over', { params: { colleague: from.id }, body: { toId } });
    await client.invalidateQueries();
    onDone();
    const to = others.find(({ id }) => id === toId)?.name ?? '';
    toast({ text: say('people.care.handed_over', { name: to, ...handed }) });
  }

  return (
    <Form submit={say('people.care.hand_over')} send={handOver}>
      <p className="text-ink-soft">{say('people.care.explained')}</p>
      <Select label={say('people.care.to')} name="toId" choices={others.map(({ id, name }) => ({ id, text: name }))} isRequired />
    </Form>
  );
}
