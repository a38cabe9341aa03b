import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type Seat } from './colleagues.ts';

/** Whether a second factor is required of everyone, who has none, and the way to change it. */
export function FactorRule({ seats, isRequired }: { seats: readonly Seat[]; isRequired: boolean }) {
  const say = useMessages();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const count = seats.filter(({ secondFactor }) => secondFactor === 'none').length;
  const without = say('access.second_factor.rule.without', { count });

  async function change(wanted: boolean) {
    await api.call('put', '/api/workspace/second-factor', { body: { isRequired: wanted } });
    await client.invalidateQueries();
    toast({ text: say(wanted ? 'access.second_factor.rule.now_required' : 'access.second_factor.rule.now_free') });
    setAsking(false);
  }

  return (
    <Section title={say('access.second_factor.rule')}>
      <div className="flex max-w-prose flex-col gap-2">
        <p>{say(isRequired ? 'access.second_factor.rule.required' : 'access.second_factor.rule.free')}</p>
        <p className="text-sm text-ink-soft">
          {without} {say('access.second_factor.rule.elsewhere')}
        </p>
      </div>
      <div>
        {isRequired ? (
          <Button
            needs="requireSecondFactor"
            onPress={() => void change(false).catch((error: unknown) => toast({ text: problemText(say, error), tone: 'bad' }))}
          >
            {say('access.second_factor.rule.leave')}
          </Button>
        ) : (
          <Button needs="requireSecondFactor" onPress={() => setAsking(true)}>
            {say('access.second_factor.rule.require')}
          </Button>
        )}
      </div>
      <Dialog title={say('access.second_factor.rule.require')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Form submit={say('access.second_factor.rule.require')} send={() => change(true)}>
          <p>{say('access.second_factor.rule.required')}</p>
          <p>
            {without} {say('access.second_factor.rule.led')}
          </p>
          <p className="text-sm text-ink-soft">{say('access.second_factor.rule.elsewhere')}</p>
        </Form>
      </Dialog>
    </Section>
  );
}
