import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { tagsApi } from '#features/people/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { RoutineTold as ToldShape, Target } from '../api.ts';
import { channels, type Channel } from '../domain/index.ts';
import { api, whomOf, type Routine } from './cadence.ts';

const tags = apiOf<typeof tagsApi>();

type RoutineTold = z.input<typeof ToldShape>;

type Given = {
  /** One that is there, to change. */
  routine?: Routine;
  /** Whom a new one is for; chosen in the dialog where it is left out. */
  customer?: string;
  /** A new one that is made elsewhere, with its name: for those of a saved list. */
  other?: { readonly name: string; readonly make: (told: RoutineTold) => Promise<unknown> };
  onClose: () => void;
};

/** A routine to make or to change: for whom, how often, how, and what for. */
export function RoutineDialog({ routine, customer, other, onClose }: Given) {
  const say = useMessages();
  const client = useQueryClient();

  async function save(typed: Typed) {
    const told = {
      everyDays: typed.number('everyDays'),
      ...(typed.text('latestDays') === '' ? {} : { latestDays: typed.number('latestDays') }),
      channel: typed.text('channel') as Channel,
      purpose: typed.text('purpose'),
    };
    if (other) await other.make(told);
    else if (routine) await api.call('patch', '/api/routines/{routine}', { params: { routine: routine.id }, body: told });
    else await api.call('post', '/api/routines', { body: { target: targetIn(typed.text('target'), customer), ...told } });
    await client.invalidateQueries();
    toast({ text: say('cadence.routine.saved') });
    onClose();
  }

  return (
    <Dialog title={other?.name ?? (routine ? whomOf(say, routine) : say('cadence.routine.new'))} isOpen onClose={onClose}>
      <Form submit={say('cadence.save')} send={save}>
        {!routine && !other && customer === undefined && <TargetField />}
        <RoutineFields {...(routine ? { routine } : {})} />
      </Form>
    </Dialog>
  );
}

function RoutineFields({ routine }: { routine?: Routine }) {
  const say = useMessages();
  const [every, setEvery] = useState(routine?.everyDays ?? 30);
  const [latest, setLatest] = useState<number | undefined>(routine?.latestDays);
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        <NumberField
          label={say('cadence.every')}
          name="everyDays"
          unit={say('cadence.days')}
          value={every}
          onChange={setEvery}
          minValue={1}
          maxValue={730}
          isRequired
        />
        <NumberField
          label={say('cadence.latest')}
          name="latestDays"
          unit={say('cadence.days')}
          // What is late follows what is ideal until somebody says otherwise.
          value={latest ?? Math.ceil(every * 1.25)}
          onChange={setLatest}
          minValue={1}
          maxValue={730}
          isRequired
        />
      </div>
      <Select
        label={say('cadence.channel')}
        name="channel"
        choices={channels.map((id) => ({ id, text: say(`conversations.kind.${id}`) }))}
        defaultValue={routine?.channel ?? 'call'}
      />
      <TextField
        label={say('cadence.purpose')}
        hint={say('cadence.purpose.hint')}
        name="purpose"
        defaultValue={routine?.purpose ?? ''}
        maxLength={200}
        isRequired
      />
    </>
  );
}

const stages = ['returning', 'first-time', 'lapsed', 'prospect'] as const;

function TargetField() {
  const say = useMessages();
  const known = useQuery(tags.query('get', '/api/tags')).data?.tags ?? [];
  const choices = [
    { id: 'key', text: say('cadence.target.key', { name: '', stage: '' }) },
    ...stages.map((stage) => ({ id: `stage ${stage}`, text: say('cadence.target.stage', { name: '', stage }) })),
    ...known.map(({ id, name }) => ({ id: `tag ${id}`, text: say('cadence.target.tag', { name, stage: '' }) })),
  ];
  return <Select label={say('cadence.whom')} name="target" choices={choices} defaultValue="key" />;
}

function targetIn(chosen: string, customer: string | undefined): z.input<typeof Target> {
  if (customer !== undefined) return { kind: 'customer', customerId: customer };
  const [kind, of = ''] = chosen.split(' ');
  if (kind === 'tag') return { kind, tagId: of };
  return kind === 'stage' ? { kind, stage: stages.find((one) => one === of) ?? 'returning' } : { kind: 'key' };
}
