import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api } from './colleagues.ts';
import { Passkeys } from './passkeys-section.tsx';
import { Provider } from './provider-section.tsx';
import { SecondFactor } from './second-factor.tsx';
import { useSignedIn } from './session.ts';

/** How somebody comes in, and where they are signed in. */
export function SecurityPage() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/me/ways-in'));
  const ways = found.data;
  return (
    <Page title={say('access.security.title')} lede={say('access.security.lede')} width="narrow">
      <Sessions />
      {found.isPending && <Skeleton lines={4} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {ways && (
        <>
          <Passkeys ways={ways} />
          {ways.provider && <Provider ways={ways} provider={ways.provider} />}
          {ways.hasPassword ? (
            <>
              <SecondFactor />
              <ChangePassword />
            </>
          ) : (
            <Section title={say('access.security.password')}>
              <p className="text-ink-soft">{say('access.security.no_password')}</p>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Sessions() {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const { workspace } = useSignedIn();
  const found = useQuery(api.query('get', '/api/me/sessions'));
  const sessions = found.data?.sessions ?? [];
  const day = (at: string) => formats.relativeDay(formats.dayOf(at), workspace.today);

  async function end(what: () => Promise<{ ended: number } | undefined>) {
    try {
      toast({ text: say('access.sessions.ended', { count: (await what())?.ended ?? 1 }) });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries({ queryKey: ['/api/me/sessions'] });
  }

  return (
    <Section
      title={say('access.sessions')}
      actions={
        sessions.length > 1 && (
          <Button look="quiet" onPress={() => void end(() => api.call('delete', '/api/me/sessions'))}>
            {say('access.sessions.end_others')}
          </Button>
        )
      }
    >
      {found.isPending && <Skeleton lines={2} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map(({ id, device, address, sinceAt, usedAt, isThis }) => {
          const name = device === '' ? say('access.sessions.unknown') : device;
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <span>
                <span className="flex flex-wrap items-center gap-x-3">
                  <bdi className="font-medium">{name}</bdi>
                  {isThis && <Badge tone="good">{say('access.sessions.this')}</Badge>}
                </span>
                <span className="block text-sm text-ink-soft">
                  {address !== null && (
                    <>
                      <bdi>{address}</bdi>
                      {' · '}
                    </>
                  )}
                  {say('access.sessions.line', { since: formats.date(formats.dayOf(sinceAt)), used: day(usedAt) })}
                </span>
              </span>
              {!isThis && (
                <Button
                  look="quiet"
                  aria-label={say('access.sessions.end_of', { device: name })}
                  onPress={() => void end(() => api.call('delete', '/api/me/sessions/{session}', { params: { session: id } }))}
                >
                  {say('access.sessions.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function ChangePassword() {
  const say = useMessages();
  const client = useQueryClient();

  async function send(typed: Typed) {
    await api.call('put', '/api/me/password', { body: { present: typed.exact('present'), wanted: typed.exact('wanted') } });
    toast({ text: say('access.security.changed') });
    await client.invalidateQueries({ queryKey: ['/api/me/sessions'] });
  }

  return (
    <Section title={say('access.security.password')}>
      <Form submit={say('access.security.change')} send={send}>
        <PasswordField label={say('access.security.present')} name="present" autoComplete="current-password" isRequired />
        <PasswordField
          label={say('access.security.wanted')}
          hint={say('access.welcome.passwordHint')}
          name="wanted"
          autoComplete="new-password"
          isRequired
        />
      </Form>
    </Section>
  );
}
