import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PageProps } from '#kit/web/feature-page.ts';
import { Form } from '#kit/web/form.tsx';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { Alone } from './alone.tsx';
import { sessionQuery, signIn } from './session.ts';
import type { SignInSearch } from './sign-in-search.ts';

export function SignInPage({ search }: PageProps<SignInSearch>) {
  const say = useMessages();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery());
  const go = useGo();
  return (
    <Alone title={say('access.signIn.title')} lede={say('access.signIn.lede')}>
      {session?.account && <Notice tone="amber">{say('access.signIn.no_place', { email: session.account.email })}</Notice>}
      <Form
        submit={say('access.signIn.submit')}
        aside={<Link to="/forgotten">{say('access.signIn.forgotten')}</Link>}
        send={async (typed) => {
          await signIn(client, typed.text('email'), typed.exact('password'));
          go(search.back ?? '/');
        }}
      >
        <TextField label={say('access.email')} name="email" type="email" autoComplete="username" isRequired autoFocus />
        <PasswordField label={say('access.password')} name="password" autoComplete="current-password" isRequired />
      </Form>
    </Alone>
  );
}
