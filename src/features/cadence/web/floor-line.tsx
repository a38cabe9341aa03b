import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { Section } from '#kit/web/page.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api } from './cadence.ts';

type Floor = { floorDays: number; activeDays: number };

/** The least that every active customer gets; its numbers can be set, and it cannot be done without. */
export function FloorLine({ floorDays, activeDays, customers }: Floor & { customers: number }) {
  const say = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title={say('cadence.floor')}
      actions={
        <Button look="quiet" needs="changeSettings" onPress={() => setOpen(true)} aria-label={say('cadence.floor.change')}>
          {say('cadence.change')}
        </Button>
      }
    >
      <p className="max-w-prose">{say('cadence.floor.says', { floor: floorDays, active: activeDays })}</p>
      <p className="text-sm text-ink-soft">{say('cadence.floor.followed', { count: customers })}</p>
      {isOpen && <FloorDialog floorDays={floorDays} activeDays={activeDays} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function FloorDialog({ floorDays, activeDays, onClose }: Floor & { onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();

  async function save(typed: Typed) {
    await api.call('patch', '/api/cadence', { body: { floorDays: typed.number('floorDays'), activeDays: typed.number('activeDays') } });
    await client.invalidateQueries();
    toast({ text: say('cadence.saved') });
    onClose();
  }

  return (
    <Dialog title={say('cadence.floor')} isOpen onClose={onClose}>
      <p className="text-ink-soft">{say('cadence.floor.lede')}</p>
      <Form submit={say('cadence.save')} send={save}>
        <NumberField
          label={say('cadence.floor.days')}
          name="floorDays"
          unit={say('cadence.days')}
          defaultValue={floorDays}
          minValue={30}
          maxValue={365}
          isRequired
        />
        <NumberField
          label={say('cadence.floor.active')}
          hint={say('cadence.floor.active.hint')}
          name="activeDays"
          unit={say('cadence.days')}
          defaultValue={activeDays}
          minValue={90}
          maxValue={1825}
          isRequired
        />
      </Form>
    </Dialog>
  );
}
