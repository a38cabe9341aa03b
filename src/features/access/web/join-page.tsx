import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { startInAnotherWorkspace } from '#kit/web/workspace.ts';
import { Alone } from './alone.tsx';
import { api } from './colleagues.ts';
import { sessionQuery, signOut } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';

const OtherWays = lazy(async () => ({ default: (await import('./other-ways.tsx')).OtherWays }));

type Opened = { workspace: string; invitedBy: string; name: string; email: string; role: 'owner' | 'manager' | 'colleague' | 'reader' };

/** Where the link of an invitation leads: to a place in the workspace, with a new account or with the one that somebody has. */
export function JoinPage() {
  const say = useMessages();
  const [token] = useState(() => location.hash.slice(1));
  const opened = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.call('post', '/api/invitations/opened', { body: { token } }),
    staleTime: Infinity,
    retry: false,
  });
  if (opened.isPending)
    return (
      <Alone title={say('access.join.title')}>
        <Skeleton lines={3} />
      </Alone>
    );
  if (opened.isError)
    return (
      <Alone title={say('access.join.closed')}>
        <ProblemNotice error={opened.error} />
        <div>
          <ButtonLink to="/">{say('access.join.sign_in')}</ButtonLink>
        </div>
      </Alone>
    );
  const { workspace, invitedBy, role } = opened.data;
  return (
    <Alone
      title={say('access.join.to', { workspace })}
      lede={say('access.join.lede', { name: invitedBy, role: say(`access.role.${role}`) })}
    >
      <Ways token={token} opened={opened.data} />
    </Alone>
  );
}

function Ways({ token, opened }: { token: string; opened: Opened }) {
  const { data: session } = useQuery(sessionQuery());
  const [hasAccount, setHasAccount] = useState(false);
  if (!session) return null;
  if (session.account) return <AsAccount token={token} name={session.account.name} email={session.account.email} />;
  return hasAccount ? (
    <SignInFirst token={token} opened={opened} onBack={() => setHasAccount(false)} />
  ) : (
    <>
      <NewAccount token={token} opened={opened} onHasAccount={() => setHasAccount(true)} />
      <Suspense>
        <OtherWays back="/" />
      </Suspense>
    </>
  );
}

/** For somebody who is signed in: one press. */
function AsAccount({ token, name, email }: { token: string; name: string; email: string }) {
  const say = useMessages();
  const client = useQueryClient();
  return (
    <>
      <p>
        {say('access.join.as')} <bdi className="font-medium">{name}</bdi> (<bdi>{email}</bdi>)
      </p>
      <Form
        submit={say('access.join.submit')}
        send={() => join(token)}
        aside={
          <Button look="quiet" onPress={() => void signOut(client)}>
            {say('access.join.another')}
          </Button>
        }
      >
        {null}
      </Form>
    </>
  );
}

function NewAccount({ token, opened, onHasAccount }: { token: string; opened: Opened; onHasAccount: () => void }) {
  const say = useMessages();
  const send = (typed: Typed) =>
    join(token, {
      name: typed.text('account.name'),
      email: typed.text('account.email'),
      password: typed.exact('account.password'),
    });
  return (
    <Form
      submit={say('access.join.submit')}
      send={send}
      aside={
        <Button look="quiet" onPress={onHasAccount}>
          {say('access.join.has_account')}
        </Button>
      }
    >
      <TextField label={say('access.welcome.owner')} name="account.name" defaultValue={opened.name} autoComplete="name" isRequired />
      <TextField
        label={say('access.email')}
        name="account.email"
        type="email"
        defaultValue={opened.email}
        autoComplete="username"
        isRequired
      />
      <PasswordField
        label={say('access.password')}
        hint={say('access.welcome.passwordHint')}
        name="account.password"
        autoComplete="new-password"
        isRequired
      />
    </Form>
  );
}

function SignInFirst({ token, opened, onBack }: { token: string; opened: Opened; onBack: () => void }) {
  const say = useMessages();
  return (
    <SignInForm
      email={opened.email}
      back={`/join#${token}`}
      aside={
        <Button look="quiet" onPress={onBack}>
          {say('access.join.new_account')}
        </Button>
      }
    />
  );
}

async function join(token: string, account?: { name: string; email: string; password: string }): Promise<void> {
  const session = await api.call('post', '/api/invitations/accepted', { body: { token, ...(account ? { account } : {}) } });
  // Everything on the screen begins anew: it may have been another workspace's until now.
  if (session.workspace) startInAnotherWorkspace(session.workspace.id);
}
