import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { DateField } from '#kit/web/date-field.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextArea, TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { factKinds, factSources, factUses, sensitivities, usualUses, type FactUse, type Sensitivity } from '../../domain/index.ts';
import { api, type FactInHand, type Told } from './facts.ts';

/** A fact with all that belongs to it: where it is from, how delicate it is, and what it may be used for. */
export function FactForm({ customer, inHand, onDone }: { customer: string; inHand: FactInHand; onDone: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const { workspace } = useSignedIn();
  const fact = 'fact' in inHand ? inHand.fact : undefined;
  const begun = 'told' in inHand ? inHand.told : inHand.fact;
  const [sensitivity, setSensitivity] = useState<Sensitivity>(fact?.sensitivity ?? 'ordinary');
  const [uses, setUses] = useState<readonly FactUse[]>(fact?.uses ?? usualUses('ordinary'));

  async function save(typed: Typed) {
    const body: Told = {
      kind: factKinds.find((kind) => kind === typed.text('kind')) ?? begun.kind,
      text: typed.text('text'),
      source: factSources.find((source) => source === typed.text('source')) ?? 'told',
      toldBy: typed.text('toldBy') || null,
      ...(typed.text('learnedOn') === '' ? {} : { learnedOn: typed.text('learnedOn') }),
      sensitivity,
      uses: [...uses],
    };
    if (fact) await api.call('patch', '/api/facts/{fact}', { params: { fact: fact.id }, body });
    else await api.call('post', '/api/customers/{customer}/facts', { params: { customer }, body });
    await client.invalidateQueries();
    toast({ text: say(fact ? 'people.facts.corrected' : 'people.facts.learned') });
    onDone();
  }

  const toggle = (use: FactUse) => setUses(uses.includes(use) ? uses.filter((one) => one !== use) : [...uses, use]);
  return (
    <Form submit={say('people.facts.save')} send={save}>
      <TextArea label={say('people.facts.text')} name="text" defaultValue={begun.text} rows={2} isRequired autoFocus />
      <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
        <Select
          label={say('people.facts.kind')}
          name="kind"
          choices={factKinds.map((id) => ({ id, text: say(`people.facts.kind.${id}`) }))}
          defaultValue={begun.kind}
        />
        <DateField
          label={say('people.facts.learnedOn')}
          name="learnedOn"
          defaultValue={fact?.learnedOn ?? workspace.today}
          max={workspace.today}
        />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-5 *:min-w-40 *:flex-1">
        <Select
          label={say('people.facts.source')}
          name="source"
          choices={factSources.map((id) => ({ id, text: say(`people.facts.source.${id}`) }))}
          defaultValue={fact?.source ?? 'told'}
        />
        <TextField
          label={say('people.facts.toldBy')}
          hint={say('people.facts.toldBy.hint')}
          name="toldBy"
          defaultValue={fact?.toldBy ?? ''}
        />
      </div>
      <Options
        label={say('people.facts.sensitivity')}
        hint={say('people.facts.sensitivity.hint')}
        value={sensitivity}
        onChange={(id) => {
          setSensitivity(id);
          setUses(usualUses(id));
        }}
        choices={sensitivities.map((id) => ({ id, text: say(`people.facts.sensitivity.${id}`) }))}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-sm font-medium">{say('people.facts.uses')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {factUses.map((use) => (
            <Checkbox key={use} isSelected={uses.includes(use)} onChange={() => toggle(use)}>
              {say(`people.facts.use.${use}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
