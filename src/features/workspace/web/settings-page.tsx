import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { languages } from '#kit/domain/languages.ts';
import { apiOf } from '#kit/web/api.ts';
import { ComboBox } from '#kit/web/combo-box.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { NumberField } from '#kit/web/number-field.tsx';
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
  const client = useQueryClient();
  const workspace = useQuery(api.query('get', '/api/workspace'));

  async function save(typed: Typed) {
    await api.call('patch', '/api/workspace', { body: changeIn(typed) });
    // Names, days and money are written after these settings all over the product.
    await client.invalidateQueries();
    toast({ text: say('workspace.settings.saved') });
  }

  return (
    <Page title={say('workspace.settings.title')} lede={say('workspace.settings.lede')} width="narrow">
      {workspace.isPending && <Skeleton lines={5} />}
      {workspace.isError && <ProblemNotice error={workspace.error} onRetry={() => void workspace.refetch()} />}
      {workspace.data && (
        <Form submit={say('workspace.settings.save')} send={save}>
          <Settings workspace={workspace.data} />
        </Form>
      )}
    </Page>
  );
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
  };
}
