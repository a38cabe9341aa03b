import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type WaysIn } from './colleagues.ts';
import { goToProvider } from './provider.ts';

/** Single sign-on: whether it opens the account. */
export function Provider({ ways, provider }: { ways: WaysIn; provider: NonNullable<WaysIn['provider']> }) {
  const say = useMessages();
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const { name } = provider;

  async function connect() {
    try {
      await goToProvider('/settings/sign-in');
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
  }

  async function leave(typed: Typed) {
    await api.call('post', '/api/me/provider/left', { body: ways.hasPassword ? { password: typed.exact('password') } : {} });
    await client.invalidateQueries({ queryKey: ['/api/me/ways-in'] });
    toast({ text: say('access.provider.left', { name }) });
    setLeaving(false);
  }

  return (
    <Section title={name} lede={say('access.provider.lede', { name })}>
      <div className="flex flex-wrap items-center gap-3">
        {provider.isJoined ? (
          <>
            <Badge tone="good">{say('access.provider.joined')}</Badge>
            <Button look="quiet" onPress={() => setLeaving(true)}>
              {say('access.provider.leave')}
            </Button>
          </>
        ) : (
          <Button onPress={() => void connect()}>{say('access.provider.join', { name })}</Button>
        )}
      </div>
      <Dialog title={name} isOpen={isLeaving} onClose={() => setLeaving(false)}>
        <p className="text-ink-soft">{say('access.provider.leave.lede', { name })}</p>
        <Form submit={say('access.provider.leave')} send={leave}>
          {ways.hasPassword && (
            <PasswordField label={say('access.security.present')} name="password" autoComplete="current-password" isRequired />
          )}
        </Form>
      </Dialog>
    </Section>
  );
}
