import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { accessApi } from '#features/access/api.ts';
import { whoWorks } from '#features/access/web/index.ts';
import type { tagsApi } from '#features/people/api.ts';
import { commonLanguages, customIn, CustomInput, useCustomFields } from '#features/people/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { Ticks } from '#kit/web/ticks.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { manyApi } from '../api/many.ts';
import { viewStateOf, type CustomersSearch } from './customers-search.ts';

const many = apiOf<typeof manyApi>();
const access = apiOf<typeof accessApi>();
const tags = apiOf<typeof tagsApi>();

/** Who was chosen: some by name, or everybody whom the list holds. */
export type Chosen = ReadonlySet<string> | 'all';

type Given = {
  readonly chosen: Chosen;
  /** How many the list holds, as far as they were counted. */
  readonly count: string;
  readonly search: CustomersSearch;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onEnd: () => void;
};

/** Stands at the foot of the page while customers are chosen, where a thumb is. */
export function ChoosingBar({ chosen, count, search, onChoose, onEnd }: Given) {
  const say = useMessages();
  const [isChanging, setChanging] = useState(false);
  const isNone = chosen !== 'all' && chosen.size === 0;
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-sheet px-4 py-3 max-md:pe-20 md:bottom-0">
      <span className="grow" role="status">
        {chosen === 'all' ? say('customers.choosing.all', { count }) : say('customers.choosing.some', { count: chosen.size })}
      </span>
      {chosen !== 'all' && (
        <Button look="quiet" onPress={() => onChoose('all')}>
          {say('customers.choosing.choose_all')}
        </Button>
      )}
      <Button needs="workWithCustomers" look="main" isDisabled={isNone} onPress={() => setChanging(true)}>
        {say('customers.choosing.change')}
      </Button>
      <Button onPress={onEnd}>{say('customers.choosing.end')}</Button>
      <Dialog title={say('customers.choosing.change')} isOpen={isChanging} onClose={() => setChanging(false)}>
        <ChangeForm
          chosen={chosen}
          search={search}
          onDone={() => {
            setChanging(false);
            onEnd();
          }}
        />
      </Dialog>
    </div>
  );
}

function ChangeForm({ chosen, search, onDone }: { chosen: Chosen; search: CustomersSearch; onDone: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const colleagues = useQuery(access.query('get', '/api/colleagues')).data?.colleagues ?? [];
  const known = useQuery(tags.query('get', '/api/tags')).data?.tags ?? [];
  const fields = useCustomFields().filter(({ isArchived }) => !isArchived);
  const [fieldId, setFieldId] = useState('');
  const field = fields.find(({ id }) => id === fieldId);
  const [choices, setChoices] = useState<ChoicesBecome>('given');
  const isPut = field !== undefined && (field.kind !== 'choices' || choices === 'put');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const asIs = { id: '', text: say('customers.choosing.as_is') };
  const people = [asIs, ...whoWorks(colleagues).map(({ id, name }) => ({ id, text: name }))];
  const nobody = { id: 'nobody', text: say('customers.choosing.nobody') };

  async function send(typed: Typed) {
    const { sort: _, columns: __, ...list } = viewStateOf(search);
    const [owner, deputy, language] = [typed.text('ownerId'), typed.text('deputyId'), typed.text('language')];
    const formality = formalities.find((one) => one === typed.text('formality'));
    const names = typed
      .text('giveTags')
      .split(/[,،;]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const { id, changed } = await many.call('post', '/api/customers/changes', {
      body: {
        which: chosen === 'all' ? { list } : { customers: [...chosen] },
        change: {
          ...(owner === '' ? {} : { ownerId: owner }),
          ...(deputy === '' ? {} : { deputyId: deputy === nobody.id ? null : deputy }),
          ...(language === '' ? {} : { language }),
          ...(formality ? { formality } : {}),
          ...(names.length === 0 ? {} : { giveTags: names }),
          ...(taken.length === 0 ? {} : { takeTags: [...taken] }),
          ...(field ? fieldChange(field.id, customIn(typed, field), isPut ? 'put' : choices) : {}),
        },
      },
    });
    await client.invalidateQueries();
    toast({ text: say('customers.choosing.changed', { count: changed }), undo: () => void undo(id) });
    onDone();
  }

  async function undo(change: string) {
    try {
      const { restored } = await many.call('post', '/api/customers/changes/{change}/undone', { params: { change } });
      toast({ text: say('customers.choosing.restored', { count: restored }) });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  }

  return (
    <Form submit={say('customers.choosing.save')} send={send}>
      <Select label={say('customers.column.owner')} name="ownerId" choices={people} defaultValue="" />
      <Select label={say('customers.column.deputy')} name="deputyId" choices={[...people, nobody]} defaultValue="" />
      <Select
        label={say('people.language')}
        name="language"
        choices={[asIs, ...commonLanguages.map((id) => ({ id, text: formats.languageName(id) }))]}
        defaultValue=""
      />
      <Select
        label={say('people.formality')}
        name="formality"
        choices={[asIs, ...formalities.map((id) => ({ id, text: say(`people.formality.${id}`) }))]}
        defaultValue=""
      />
      <TextField label={say('customers.choosing.give_tags')} hint={say('customers.choosing.give_tags.hint')} name="giveTags" />
      {fields.length > 0 && (
        <Select
          label={say('customers.choosing.field')}
          hint={isPut && say('customers.choosing.field.hint')}
          choices={[asIs, ...fields.map(({ id, name }) => ({ id, text: name }))]}
          value={fieldId}
          onChange={setFieldId}
        />
      )}
      {field && <CustomInput key={field.id} field={field} />}
      {field?.kind === 'choices' && (
        <Options
          label={say('customers.choosing.choices')}
          value={choices}
          choices={choicesBecome.map((id) => ({ id, text: say(`customers.choosing.choices.${id}`) }))}
          onChange={setChoices}
        />
      )}
      {known.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="text-sm font-medium">{say('customers.choosing.take_tags')}</legend>
          <Ticks choices={known.map(({ id, name }) => ({ id, text: name }))} chosen={taken} onChange={setTaken} />
        </fieldset>
      )}
    </Form>
  );
}

const formalities = ['formal', 'familiar'] as const;

/** What becomes of the choices that are ticked, in fields that hold several. */
const choicesBecome = ['given', 'taken', 'put'] as const;
type ChoicesBecome = (typeof choicesBecome)[number];

function fieldChange(field: string, value: ReturnType<typeof customIn>, become: ChoicesBecome) {
  if (become === 'put') return { custom: { [field]: value } };
  if (!Array.isArray(value)) return {};
  return become === 'given' ? { giveChoices: { [field]: value } } : { takeChoices: { [field]: value } };
}
