import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '#kit/web/checkbox.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Options } from '#kit/web/options.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { longestName, longestUrl } from '../domain/index.ts';
import { api, type Webhook } from './webhooks.ts';

type Extent = 'all' | 'some' | 'none';

type Topic = { readonly feature: string; readonly kinds: readonly string[] };

/** Asks what a webhook is. `onDone` hears the id of one that was made, which has no secret yet. */
export function WebhookForm(given: { webhook: Webhook | null; topics: readonly Topic[]; onDone: (made: string | null) => void }) {
  const { webhook, topics, onDone } = given;
  const say = useMessages();
  const client = useQueryClient();
  const [extent, setExtent] = useState<Extent>(extentOf(webhook));

  async function send(typed: Typed) {
    const chosen = topics.flatMap(({ kinds }) => kinds).filter((kind) => typed.ticked(kind));
    const body = { name: typed.text('name'), url: typed.text('url'), kinds: extent === 'all' ? null : extent === 'none' ? [] : chosen };
    const made = webhook === null ? await api.call('post', '/api/webhooks', { body }) : null;
    if (webhook !== null) {
      await api.call('patch', '/api/webhooks/{webhook}', { params: { webhook: webhook.id }, body });
      toast({ text: say('webhooks.saved') });
    }
    await client.invalidateQueries();
    onDone(made?.id ?? null);
  }

  return (
    <Form submit={say(webhook === null ? 'webhooks.make' : 'webhooks.save')} send={send}>
      <TextField label={say('webhooks.name')} name="name" defaultValue={webhook?.name ?? ''} maxLength={longestName} isRequired autoFocus />
      <TextField
        label={say('webhooks.url')}
        hint={say('webhooks.url.hint')}
        name="url"
        type="url"
        inputMode="url"
        defaultValue={webhook?.url ?? ''}
        maxLength={longestUrl}
        isRequired
      />
      <Options
        label={say('webhooks.kinds')}
        value={extent}
        onChange={setExtent}
        choices={[
          { id: 'all', text: say('webhooks.kinds.choose_all') },
          { id: 'some', text: say('webhooks.kinds.choose_some') },
          { id: 'none', text: say('webhooks.kinds.choose_none') },
        ]}
      />
      {extent === 'some' &&
        topics.map(({ feature, kinds }) => (
          <fieldset key={feature}>
            <legend className="text-sm font-medium">{say(`webhooks.topic.${feature}`)}</legend>
            <div className="grid gap-x-6 sm:grid-cols-2">
              {kinds.map((kind) => (
                <Checkbox key={kind} name={kind} defaultSelected={webhook?.kinds?.includes(kind) ?? false}>
                  <span dir="ltr" className="font-mono text-sm break-all">
                    {kind}
                  </span>
                </Checkbox>
              ))}
            </div>
          </fieldset>
        ))}
    </Form>
  );
}

function extentOf(webhook: Webhook | null): Extent {
  if (webhook === null || webhook.kinds === null) return 'all';
  return webhook.kinds.length === 0 ? 'none' : 'some';
}
