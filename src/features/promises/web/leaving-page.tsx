import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { problemText, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { promisesApi } from '../api.ts';
import { api } from './promises.ts';

type Colleague = z.output<(typeof promisesApi)['heldBy']['answer']>['colleagues'][number];

/** When a colleague leaves: what hangs on them goes to another in one step, and the door is closed. Who has left can come back. */
export function LeavingPage() {
  const say = useMessages();
  const asked = useQuery(api.query('get', '/api/colleagues/held'));
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const all = asked.data?.colleagues ?? [];
  const here = all.filter(({ leftAt }) => leftAt === null);
  const gone = all.filter(({ leftAt }) => leftAt !== null);
  return (
    <Page
      title={say('promises.leaving.title')}
      lede={say('promises.leaving.lede')}
      back={{ to: '/settings/colleagues', text: say('promises.leaving.back') }}
      width="narrow"
    >
      {asked.isPending && <Skeleton lines={4} />}
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      <ul className="flex flex-col divide-y divide-line">
        {here.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
            <span>
              <bdi className="font-medium">{one.name}</bdi>
              <span className="block text-sm text-ink-soft">{say('promises.leaving.held', countsOf(one))}</span>
            </span>
            {one.mayLeave && (
              <Button look="quiet" aria-label={say('promises.leaving.of', { name: one.name })} onPress={() => setLeaving(one)}>
                {say('promises.leaving.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <Section title={say('promises.leaving.gone')}>
          <ul className="flex flex-col divide-y divide-line">
            {gone.map((one) => (
              <li key={one.id}>
                <Gone colleague={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {leaving && (
        <Dialog title={say('promises.leaving.of', { name: leaving.name })} isOpen onClose={() => setLeaving(null)}>
          <LeavingForm
            leaving={leaving}
            others={here.filter(({ id, mayTakeOver }) => mayTakeOver && id !== leaving.id)}
            onDone={() => setLeaving(null)}
          />
        </Dialog>
      )}
    </Page>
  );
}

function LeavingForm({ leaving, others, onDone }: { leaving: Colleague; others: readonly Colleague[]; onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();

  async function leave(typed: Typed) {
    const toId = typed.text('toId');
    const held = await api.call('post', '/api/colleagues/{colleague}/left', { params: { colleague: leaving.id }, body: { toId } });
    await client.invalidateQueries();
    onDone();
    toast({ text: say('promises.leaving.done', { ...held, to: others.find(({ id }) => id === toId)?.name ?? '' }) });
  }

  return (
    <Form submit={say('promises.leaving.submit')} send={leave}>
      <ol className="flex list-decimal flex-col gap-1.5 ps-5 text-ink-soft">
        <li>{say('promises.leaving.step.customers', countsOf(leaving))}</li>
        <li>{say('promises.leaving.step.promises', countsOf(leaving))}</li>
        <li>{say('promises.leaving.step.asked', countsOf(leaving))}</li>
        <li>{say('promises.leaving.step.door')}</li>
      </ol>
      <Select label={say('promises.leaving.to')} name="toId" choices={others.map(({ id, name }) => ({ id, text: name }))} isRequired />
    </Form>
  );
}

function Gone({ colleague }: { colleague: Colleague }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();

  async function comeBack() {
    try {
      await api.call('delete', '/api/colleagues/{colleague}/left', { params: { colleague: colleague.id } });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <span>
        <bdi>{colleague.name}</bdi>
        <span className="block text-sm text-ink-soft">
          {colleague.leftAt !== null && say('promises.leaving.left', { on: formats.date(formats.dayOf(colleague.leftAt)) })}
        </span>
      </span>
      <Button look="quiet" aria-label={say('promises.leaving.come_back_of', { name: colleague.name })} onPress={() => void comeBack()}>
        {say('promises.leaving.come_back')}
      </Button>
    </div>
  );
}

function countsOf({ owned, deputized, promises, asked }: Colleague) {
  return { owned, deputized, promises, asked };
}
