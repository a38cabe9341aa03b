import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { languages } from '#kit/domain/languages.ts';
import { apiOf, versionAt } from '#kit/web/api.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
import { OvertakenNotice } from '#kit/web/overtaken-notice.tsx';
import { Overtaken, sendOver } from '#kit/web/overtaken.ts';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Select } from '#kit/web/select.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { Workspace as WorkspaceShape, workspaceApi, WorkspaceChange } from '../api.ts';
import { timeZones } from './places.ts';

const api = apiOf<typeof workspaceApi>();

type Workspace = z.infer<typeof WorkspaceShape>;

export function WorkspaceSettingsPage() {
  const say = useMessages();
  const workspace = useQuery(api.query('get', '/api/workspace'));
  const [round, setRound] = useState(0);
  return (
    <Page title={say('workspace.settings.title')} lede={say('workspace.settings.lede')} width="narrow">
      {workspace.isPending && <Skeleton lines={5} />}
      {workspace.isError && <ProblemNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
      {workspace.data && <SettingsForm key={round} workspace={workspace.data} onDone={() => setRound(round + 1)} />}
    </Page>
  );
}

/** Begins anew (`onDone`) with what is saved then: until that, what arrives meanwhile changes nothing under one's hands. */
function SettingsForm({ workspace: shown, onDone }: { workspace: Workspace; onDone: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const [workspace] = useState(shown);
  const [version, setVersion] = useState(() => versionAt('/api/workspace'));
  const [overtaken, setOvertaken] = useState<Overtaken<Workspace> | null>(null);

  async function save(typed: Typed) {
    const body = newsIn(changeIn(typed), workspace);
    try {
      await sendOver({
        before: overtaken?.now ?? workspace,
        version,
        change: body,
        send: async (known) => await api.call('patch', '/api/workspace', { body, version: known }),
        readAgain: async () => ({ now: await api.call('get', '/api/workspace'), version: versionAt('/api/workspace') }),
      });
      // Names, days and money are written after these settings all over the product.
      await client.invalidateQueries();
      toast({ text: say('workspace.settings.saved') });
      onDone();
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      setOvertaken(error as Overtaken<Workspace>);
      setVersion(error.version);
    }
  }

  const text = (field: string, of: Workspace) => {
    if (field === 'language') return formats.languageName(of.language);
    const value: unknown = Object.entries(of).find(([name]) => name === field)?.[1];
    if (typeof value !== 'number') return String(value);
    return field === 'grossMargin' || field === 'discountRate' ? formats.percent(value) : formats.number(value);
  };
  return (
    <Form submit={say(overtaken ? 'workspace.settings.save_over' : 'workspace.settings.save')} send={save}>
      <Settings workspace={workspace} />
      {overtaken && (
        <OvertakenNotice
          changes={overtaken.fields.map((field) => ({
            label: say(LABELS[field] ?? 'workspace.settings.title'),
            before: text(field, workspace),
            now: text(field, overtaken.now),
          }))}
          onTheirs={() => void client.invalidateQueries().then(onDone)}
        />
      )}
    </Form>
  );
}

const LABELS: Readonly<Record<string, string>> = {
  name: 'workspace.name',
  language: 'workspace.language',
  timeZone: 'workspace.timeZone',
  grossMargin: 'workspace.grossMargin',
  discountRate: 'workspace.discountRate',
  followUpFromDays: 'workspace.followUpFrom',
  followUpUntilDays: 'workspace.followUpUntil',
  keyContactDays: 'workspace.keyContact',
  listeningPercent: 'workspace.listening',
};

/** Only what is new, so that what somebody else changes meanwhile stays. */
function newsIn(told: z.input<typeof WorkspaceChange>, workspace: Workspace): z.input<typeof WorkspaceChange> {
  const before = new Map<string, unknown>(Object.entries(workspace));
  return Object.fromEntries(Object.entries(told).filter(([field, value]) => before.get(field) !== value));
}

function Settings({ workspace }: { workspace: Workspace }) {
  const say = useMessages();
  const formats = useFormats();
  const days = say('workspace.settings.days');
  const languageChoices = languages.map((id) => ({ id, text: formats.languageName(id) }));
  return (
    <div className="flex flex-col gap-section">
      <Section title={say('workspace.settings.business')}>
        <TextField label={say('workspace.name')} name="name" defaultValue={workspace.name} isRequired />
        <Select
          label={say('workspace.language')}
          hint={say('workspace.language.hint')}
          name="language"
          choices={languageChoices}
          defaultValue={workspace.language}
        />
        <ComboBox
          label={say('workspace.timeZone')}
          hint={say('workspace.timeZone.hint')}
          name="timeZone"
          choices={timeZones()}
          defaultValue={workspace.timeZone}
          isRequired
        />
        <p className="text-sm text-ink-soft">{say('workspace.currency', { currency: formats.currencyName(workspace.currency) })}</p>
      </Section>
      <Section title={say('workspace.settings.value')} lede={say('workspace.settings.value.lede')}>
        <NumberField
          label={say('workspace.grossMargin')}
          hint={say('workspace.grossMargin.hint')}
          name="grossMargin"
          formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
          defaultValue={workspace.grossMargin}
          minValue={0.01}
          maxValue={1}
          step={0.01}
          isRequired
        />
        <NumberField
          label={say('workspace.discountRate')}
          hint={say('workspace.discountRate.hint')}
          name="discountRate"
          formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
          defaultValue={workspace.discountRate}
          minValue={0}
          maxValue={1}
          step={0.005}
          isRequired
        />
      </Section>
      <Section title={say('workspace.settings.touch')} lede={say('workspace.settings.touch.lede')}>
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <NumberField
            label={say('workspace.followUpFrom')}
            name="followUpFromDays"
            unit={days}
            defaultValue={workspace.followUpFromDays}
            minValue={0}
            maxValue={365}
            isRequired
          />
          <NumberField
            label={say('workspace.followUpUntil')}
            name="followUpUntilDays"
            unit={days}
            defaultValue={workspace.followUpUntilDays}
            minValue={0}
            maxValue={365}
            isRequired
          />
        </div>
        <NumberField
          label={say('workspace.keyContact')}
          hint={say('workspace.keyContact.hint')}
          name="keyContactDays"
          unit={days}
          defaultValue={workspace.keyContactDays}
          minValue={1}
          maxValue={365}
          isRequired
        />
        <NumberField
          label={say('workspace.listening')}
          hint={say('workspace.listening.hint')}
          name="listeningPercent"
          unit="%"
          defaultValue={workspace.listeningPercent}
          minValue={1}
          maxValue={100}
          isRequired
        />
      </Section>
    </div>
  );
}

function changeIn(typed: Typed): z.input<typeof WorkspaceChange> {
  return {
    name: typed.text('name'),
    language: languages.find((id) => id === typed.text('language')),
    timeZone: typed.text('timeZone'),
    grossMargin: typed.number('grossMargin'),
    discountRate: typed.number('discountRate'),
    followUpFromDays: typed.number('followUpFromDays'),
    followUpUntilDays: typed.number('followUpUntilDays'),
    keyContactDays: typed.number('keyContactDays'),
    listeningPercent: typed.number('listeningPercent'),
  };
}
