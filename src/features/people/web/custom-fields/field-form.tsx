import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { useSignedIn } from '#features/access/web/index.ts';
import { versionAt } from '#kit/web/api.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { OvertakenNotice } from '#kit/web/overtaken-notice.tsx';
import { Overtaken, sendOver } from '#kit/web/overtaken.ts';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { customFieldKinds, customFieldReaches, customLimits, hasChoices, type CustomFieldKind } from '../../domain/index.ts';
import type { customFieldsApi } from '../../api/custom-fields.ts';
import { choicesIn, ChoiceRows } from './choice-rows.tsx';
import { api, type CustomField } from './fields.ts';

type FieldSeen = z.output<(typeof customFieldsApi)['read']['answer']>;

/** Asks what a new field is. */
export function FieldForm({ onDone }: { onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const [kind, setKind] = useState<CustomFieldKind>('text');

  async function define(typed: Typed) {
    const currency = kind === 'money' ? { currency: typed.text('currency') || null } : {};
    await api.call('post', '/api/custom-fields', { body: { ...toldIn(typed, kind), ...currency, kind } });
    await client.invalidateQueries();
    toast({ text: say('people.custom.defined', { name: typed.text('name') }) });
    onDone();
  }

  return (
    <Form submit={say('people.custom.define')} send={define}>
      <TextField label={say('people.custom.name')} name="name" maxLength={customLimits.name} isRequired autoFocus />
      <Select
        label={say('people.custom.kind')}
        hint={say('people.custom.kind.hint')}
        choices={customFieldKinds.map((id) => ({ id, text: say(`people.custom.kind.${id}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'money' && <CurrencyField />}
      {hasChoices(kind) && <ChoiceRows choices={[]} />}
      <Common field={undefined} />
    </Form>
  );
}

/** Changes what may be changed of a field; how many customers have each choice is asked first. */
export function EditField({ id, onDone }: { id: string; onDone: () => void }) {
  const params = { field: id };
  const found = useQuery(api.query('get', '/api/custom-fields/{field}', { params }));
  if (found.isError) return <ProblemNotice error={found.error} />;
  if (!found.data) return <Skeleton lines={4} />;
  return <EditFieldForm field={found.data} onDone={onDone} />;
}

function EditFieldForm({ field: shown, onDone }: { field: FieldSeen; onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const params = { field: shown.id };
  const address = api.address('get', '/api/custom-fields/{field}', { params });
  const [field] = useState(shown);
  const [version, setVersion] = useState(() => versionAt(address));
  const [overtaken, setOvertaken] = useState<Overtaken<FieldSeen> | null>(null);

  async function save(typed: Typed) {
    const body = newsIn(toldIn(typed, field.kind), field);
    try {
      await sendOver({
        before: overtaken?.now ?? field,
        version,
        change: body,
        send: async (known) => await api.call('patch', '/api/custom-fields/{field}', { params, body, version: known }),
        readAgain: async () => ({ now: await api.call('get', '/api/custom-fields/{field}', { params }), version: versionAt(address) }),
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      setOvertaken(error as Overtaken<FieldSeen>);
      setVersion(error.version);
      return;
    }
    await client.invalidateQueries();
    toast({ text: say('people.custom.saved') });
    onDone();
  }

  const text = (name: string, of: FieldSeen) => {
    if (name === 'choices') return of.choices.map((one) => one.name).join(', ');
    if (name === 'appliesTo') return say(`people.custom.reach.${of.appliesTo}`);
    return name === 'help' ? (of.help ?? '') : of.name;
  };
  return (
    <Form submit={say(overtaken ? 'people.edit.save_over' : 'people.custom.save')} send={save}>
      <TextField
        label={say('people.custom.name')}
        name="name"
        defaultValue={field.name}
        maxLength={customLimits.name}
        isRequired
        autoFocus
      />
      {hasChoices(field.kind) && <ChoiceRows choices={field.choices} />}
      <Common field={field} />
      {overtaken && (
        <OvertakenNotice
          changes={overtaken.fields.map((name) => ({
            label: say(LABELS[name] ?? 'people.custom.name'),
            before: text(name, field),
            now: text(name, overtaken.now),
          }))}
          onTheirs={() => {
            void client.invalidateQueries();
            onDone();
          }}
        />
      )}
    </Form>
  );
}

/** Only what is new, so that what somebody else changes meanwhile stays. */
function newsIn(told: ReturnType<typeof toldIn>, field: FieldSeen): Partial<typeof told> {
  const before = new Map<string, unknown>(Object.entries(field));
  return Object.fromEntries(Object.entries(told).filter(([name, value]) => before.get(name) !== value));
}

const LABELS: Readonly<Record<string, string>> = {
  appliesTo: 'people.custom.reach',
  help: 'people.custom.help',
  choices: 'people.custom.choices',
};

function Common({ field }: { field: CustomField | undefined }) {
  const say = useMessages();
  return (
    <>
      <Options
        label={say('people.custom.reach')}
        name="appliesTo"
        defaultValue={field?.appliesTo ?? 'everyone'}
        choices={customFieldReaches.map((id) => ({ id, text: say(`people.custom.reach.${id}`) }))}
      />
      <TextField
        label={say('people.custom.help')}
        hint={say('people.custom.help.hint')}
        name="help"
        defaultValue={field?.help ?? ''}
        maxLength={customLimits.help}
      />
    </>
  );
}

function CurrencyField() {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const choices = useMemo(
    () => Intl.supportedValuesOf('currency').map((id) => ({ id, text: `${formats.currencyName(id)} (${id})` })),
    [formats],
  );
  return <ComboBox label={say('people.custom.currency')} name="currency" choices={choices} defaultValue={workspace.currency} isRequired />;
}

function toldIn(typed: Typed, kind: CustomFieldKind) {
  return {
    name: typed.text('name'),
    appliesTo: customFieldReaches.find((reach) => reach === typed.text('appliesTo')) ?? 'everyone',
    help: typed.text('help') || null,
    ...(hasChoices(kind) ? { choices: choicesIn(typed) } : {}),
  };
}
