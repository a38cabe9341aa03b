import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { MoreFilters } from '#features/customers/web/index.ts';
import { versionAt } from '#kit/web/api.ts';
import { Button, IconButton } from '#kit/web/button.tsx';
import { Form } from '#kit/web/form.tsx';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, PlusIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { longestName, mostSteps } from '../domain/index.ts';
import { api, useFilledText, usualFilling, type Automation, type Draft, type Part } from './automations.ts';
import { BlankInputs } from './blank-inputs.tsx';
import { Sentence } from './sentence.tsx';
import { TryOut } from './try-out.tsx';

type Given = { automation: Automation | null; triggers: readonly Part[]; actions: readonly Part[] };

/** When, for whom, and what then; above it the sentence that comes of it, beneath it whom it would have been for. */
export function AutomationForm({ automation, triggers, actions }: Given) {
  const say = useMessages();
  const go = useGo();
  const client = useQueryClient();
  const params = { automation: automation?.id ?? '' };
  // Of what is shown here, whatever is read meanwhile.
  const [version] = useState(() => versionAt(api.address('get', '/api/automations/{automation}', { params })));
  const [draft, setDraft] = useState<Draft>(automation ?? emptyDraft(triggers, actions));
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const trigger = triggers.find(({ id }) => id === draft.trigger);

  async function send() {
    const { name, trigger: id, filled, conditions, steps } = draft;
    const body = { name, trigger: id, filled, conditions, steps };
    if (automation === null) await api.call('post', '/api/automations', { body });
    else await api.call('put', '/api/automations/{automation}', { params: { automation: automation.id }, body, version });
    await client.invalidateQueries();
    toast({ text: automation === null ? say('automations.made', { name }) : say('automations.saved') });
    go('/settings/automations');
  }

  return (
    <>
      <p aria-live="polite" className="rounded-lg bg-accent-soft p-4">
        <Sentence automation={draft} />
      </p>
      <Form submit={say(automation === null ? 'automations.make' : 'automations.save')} send={send}>
        <TextField
          label={say('automations.name')}
          name="name"
          maxLength={longestName}
          defaultValue={draft.name}
          onChange={(name) => change({ name })}
          isRequired
        />
        <Select
          label={say('automations.when')}
          name="trigger"
          choices={triggers.map((part) => ({ id: part.id, text: say(`automation.when.${part.id}`, blanksIn(part)) }))}
          value={draft.trigger}
          onChange={(id) => change({ trigger: id, filled: usualFilling(triggers.find((part) => part.id === id)) })}
        />
        {trigger && (
          <BlankInputs
            key={trigger.id}
            part={trigger}
            filled={draft.filled}
            onChange={(filled) => change({ filled: { ...filled } })}
            path="filled"
          />
        )}
        <fieldset className="flex flex-col gap-2">
          <legend className="text-sm font-medium">{say('automations.if')}</legend>
          <span className="text-sm text-ink-soft">{say('automations.if.hint')}</span>
          <div className="flex flex-wrap gap-2">
            <MoreFilters where={draft.conditions || undefined} onChange={(where) => change({ conditions: where ?? '' })} />
          </div>
        </fieldset>
        <Steps actions={actions} steps={draft.steps} onChange={(steps) => change({ steps })} />
      </Form>
      <Section title={say('automations.try')} lede={say('automations.try.hint')}>
        <TryOut draft={draft} />
      </Section>
    </>
  );
}

function Steps({
  actions,
  steps,
  onChange,
}: {
  actions: readonly Part[];
  steps: Draft['steps'];
  onChange: (steps: Draft['steps']) => void;
}) {
  const say = useMessages();
  const textOf = useFilledText();
  const [keys, setKeys] = useState(() => steps.map(() => crypto.randomUUID()));
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-2 text-sm font-medium">{say('automations.then')}</legend>
      {steps.map((step, place) => {
        const part = actions.find(({ id }) => id === step.action);
        const put = (next: Draft['steps'][number]) => onChange(steps.with(place, next));
        const inWords = say(`automation.then.${step.action}`, textOf(part, step.filled));
        return (
          <div key={keys[place]} className="flex items-start gap-2 border-s-2 border-line ps-4">
            <div className="flex min-w-0 flex-1 flex-col gap-4">
              <Select
                label={steps.length === 1 ? say('automations.then.which') : say('automations.then.nth', { number: place + 1 })}
                name={`steps.${place}.action`}
                choices={actions.map((one) => ({ id: one.id, text: say(`automation.then.${one.id}`, blanksIn(one)) }))}
                value={step.action}
                onChange={(action) => put({ action, filled: usualFilling(actions.find(({ id }) => id === action)) })}
              />
              {part && (
                <BlankInputs
                  key={part.id}
                  part={part}
                  filled={step.filled}
                  onChange={(filled) => put({ ...step, filled: { ...filled } })}
                  path={`steps.${place}.filled`}
                />
              )}
            </div>
            {steps.length > 1 && (
              <IconButton
                icon={CloseIcon}
                label={say('automations.then.remove', { step: inWords })}
                onPress={() => {
                  setKeys(keys.toSpliced(place, 1));
                  onChange(steps.toSpliced(place, 1));
                }}
              />
            )}
          </div>
        );
      })}
      {steps.length < mostSteps && (
        <div>
          <Button
            icon={PlusIcon}
            onPress={() => {
              setKeys([...keys, crypto.randomUUID()]);
              onChange([...steps, emptyStep(actions)]);
            }}
          >
            {say('automations.then.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** A sentence whose blanks are still to be filled in. */
function blanksIn({ blanks }: Part): Record<string, string | number> {
  return Object.fromEntries(blanks.map((blank) => [blank.id, blank.kind === 'number' ? blank.usual : '…']));
}

function emptyDraft(triggers: readonly Part[], actions: readonly Part[]): Draft {
  const trigger = triggers.find(({ id }) => id === 'pulse_read') ?? triggers[0];
  return { name: '', trigger: trigger?.id ?? '', filled: usualFilling(trigger), conditions: '', steps: [emptyStep(actions)] };
}

function emptyStep(actions: readonly Part[]): Draft['steps'][number] {
  const action = actions.find(({ id }) => id === 'promise') ?? actions[0];
  return { action: action?.id ?? '', filled: usualFilling(action) };
}
