import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Button, IconButton } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ArrowDownIcon, ArrowUpIcon, MoreIcon, NoteIcon, PlusIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { api, type CustomField } from './fields.ts';

const FieldForm = lazy(async () => ({ default: (await import('./field-form.tsx')).FieldForm }));
const EditField = lazy(async () => ({ default: (await import('./field-form.tsx')).EditField }));

/** What the business wants to know of its customers besides what everybody does. */
export function FieldsPage() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/custom-fields'));
  const [editing, setEditing] = useState<CustomField | 'new' | null>(null);
  const fields = found.data?.fields ?? [];
  const [asked, archived] = [fields.filter(({ isArchived }) => !isArchived), fields.filter(({ isArchived }) => isArchived)];
  const add = (
    <Button look="main" icon={PlusIcon} onPress={() => setEditing('new')}>
      {say('people.custom.new')}
    </Button>
  );
  return (
    <Page title={say('people.custom.nav')} lede={say('people.custom.lede')} width="narrow" actions={asked.length > 0 && add}>
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && asked.length === 0 && (
        <EmptyState icon={NoteIcon} title={say('people.custom.none')} actions={add}>
          {say('people.custom.none.text')}
        </EmptyState>
      )}
      {asked.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {asked.map((field, place) => (
            <FieldRow key={field.id} field={field} asked={asked} place={place} onEdit={() => setEditing(field)} />
          ))}
        </ul>
      )}
      {archived.length > 0 && <Archived fields={archived} />}
      <Dialog
        title={editing === null || editing === 'new' ? say('people.custom.new') : say('people.custom.edit', { name: editing.name })}
        isOpen={editing !== null}
        onClose={() => setEditing(null)}
      >
        {editing === 'new' && <FieldForm onDone={() => setEditing(null)} />}
        {editing !== null && editing !== 'new' && <EditField id={editing.id} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function FieldRow({
  field,
  asked,
  place,
  onEdit,
}: {
  field: CustomField;
  asked: readonly CustomField[];
  place: number;
  onEdit: () => void;
}) {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const { id, name } = field;
  const more = say('people.custom.more', { name });
  const held = field.choices.flatMap((choice) => (choice.isWithdrawn ? [] : choice.name));

  async function move(by: -1 | 1) {
    const ids = asked.map((one) => one.id);
    const order = ids.with(place, ids[place + by] ?? id).with(place + by, id);
    await doing(async () => {
      await api.call('put', '/api/custom-fields/order', { body: { fields: order } });
      return { said: say('people.custom.saved') };
    });
  }

  async function archive() {
    await doing(async () => {
      await api.call('put', '/api/custom-fields/{field}/archived', { params: { field: id } });
      return {
        said: say('people.custom.archived.done', { name }),
        undo: () => api.call('delete', '/api/custom-fields/{field}/archived', { params: { field: id } }),
      };
    });
  }

  return (
    <li className="flex items-start gap-2 py-row">
      <div className="min-w-0 flex-1">
        <bdi className="font-medium">{name}</bdi>
        <p className="text-sm text-ink-soft">
          {[
            say(`people.custom.kind.${field.kind}`),
            field.currency && formats.currencyName(field.currency),
            say(`people.custom.reach.${field.appliesTo}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {held.length > 0 && <p className="line-clamp-2 text-sm text-ink-soft">{formats.list(held)}</p>}
      </div>
      <span className="flex">
        <IconButton
          icon={ArrowUpIcon}
          label={say('people.custom.earlier', { name })}
          isDisabled={place === 0}
          onPress={() => void move(-1)}
        />
        <IconButton
          icon={ArrowDownIcon}
          label={say('people.custom.later', { name })}
          isDisabled={place === asked.length - 1}
          onPress={() => void move(1)}
        />
        <Menu
          label={more}
          renderTrigger={(door) => <IconButton icon={MoreIcon} label={more} {...door} />}
          entries={[
            { text: say('people.custom.change'), run: onEdit },
            { text: say('people.custom.archive'), run: () => void archive() },
          ]}
        />
      </span>
    </li>
  );
}

function Archived({ fields }: { fields: readonly CustomField[] }) {
  const say = useMessages();
  const doing = useDoing();

  async function bringBack({ id, name }: CustomField) {
    await doing(async () => {
      await api.call('delete', '/api/custom-fields/{field}/archived', { params: { field: id } });
      return { said: say('people.custom.brought_back', { name }) };
    });
  }

  return (
    <Section title={say('people.custom.archived.title')} lede={say('people.custom.archived.text')}>
      <ul className="flex flex-col divide-y divide-line">
        {fields.map((field) => (
          <li key={field.id} className="flex flex-wrap items-center justify-between gap-x-6 py-row">
            <bdi>{field.name}</bdi>
            <Button
              look="quiet"
              aria-label={say('people.custom.bring_back.of', { name: field.name })}
              onPress={() => void bringBack(field)}
            >
              {say('people.custom.bring_back')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
