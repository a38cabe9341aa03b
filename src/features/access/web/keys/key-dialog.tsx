import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { CopiedText } from '#kit/web/copied-text.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { keyDays } from '../../domain/index.ts';
import { api, type Right } from '../colleagues.ts';

type Made = { readonly name: string; readonly key: string; readonly expiresAt: string | null };
type Reach = 'reads' | 'works' | 'chosen';

/** Makes a key, and shows it, once. */
export function KeyDialog({ givable, onClose }: { givable: readonly Right[]; onClose: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const [reach, setReach] = useState<Reach>('reads');
  const [chosen, setChosen] = useState<ReadonlySet<Right>>(new Set(['seeCustomers']));
  const [days, setDays] = useState('90');
  const [made, setMade] = useState<Made | null>(null);

  async function send(typed: Typed) {
    const name = typed.text('name');
    const rights = reach === 'chosen' ? givable.filter((right) => chosen.has(right)) : [...givable];
    const isReadOnly = reach === 'reads' || (reach === 'chosen' && typed.ticked('isReadOnly'));
    const body = { name, rights, isReadOnly, days: days === '' ? null : Number(days) };
    const { key, expiresAt } = await api.call('post', '/api/keys', { body });
    await client.invalidateQueries({ queryKey: ['/api/keys'] });
    setMade({ name, key, expiresAt });
  }

  if (made)
    return (
      <Dialog title={say('access.keys.made', { name: made.name })} isOpen onClose={onClose}>
        <p className="text-ink-soft">{say('access.keys.made.lede')}</p>
        <CopiedText label={say('access.keys.key')} text={made.key} />
        <CopiedText label={say('access.keys.try')} text={`curl -H "authorization: Bearer ${made.key}" ${location.origin}/api/session`} />
        {made.expiresAt !== null && (
          <p className="text-sm text-ink-soft">{say('access.keys.until', { day: formats.date(formats.dayOf(made.expiresAt)) })}</p>
        )}
        <div>
          <Button look="main" onPress={onClose}>
            {say('access.keys.noted')}
          </Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={say('access.keys.make')} isOpen onClose={onClose}>
      <Form submit={say('access.keys.make.submit')} send={send}>
        <TextField
          label={say('access.keys.name')}
          hint={say('access.keys.name.hint')}
          name="name"
          autoComplete="off"
          isRequired
          maxLength={80}
        />
        <Options
          label={say('access.keys.may')}
          choices={(['reads', 'works', 'chosen'] as const).map((id) => ({
            id,
            text: say(`access.keys.may.${id}`),
            note: say(`access.keys.may.${id}.hint`),
          }))}
          value={reach}
          onChange={setReach}
        />
        {reach === 'chosen' && (
          <fieldset className="flex flex-col gap-1">
            <legend className="text-sm font-medium">{say('access.keys.chosen')}</legend>
            {givable.map((right) => (
              <Checkbox key={right} isSelected={chosen.has(right)} onChange={(isOn) => setChosen(changed(chosen, right, isOn))}>
                {say(`access.rights.of.${right}`)}
              </Checkbox>
            ))}
            <Checkbox name="isReadOnly" value="yes">
              {say('access.keys.only_reads')}
            </Checkbox>
          </fieldset>
        )}
        <Select
          label={say('access.keys.days')}
          choices={keyDays.map((count) => ({
            id: count === null ? '' : String(count),
            text: count === null ? say('access.keys.for_ever') : say('access.keys.days.of', { count }),
          }))}
          value={days}
          onChange={setDays}
        />
      </Form>
    </Dialog>
  );
}

function changed(rights: ReadonlySet<Right>, right: Right, isOn: boolean): ReadonlySet<Right> {
  const next = new Set(rights);
  if (isOn) next.add(right);
  else next.delete(right);
  return next;
}
