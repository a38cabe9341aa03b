import { useState } from 'react';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Alone } from './alone.tsx';
import { api } from './colleagues.ts';

/** Where the link leads that somebody got who forgot their password. */
export function ResetPage() {
  const say = useMessages();
  const [token] = useState(() => location.hash.slice(1));
  const [isDone, setDone] = useState(false);

  async function send(typed: Typed) {
    await api.call('post', '/api/passwords/reset', { body: { token, password: typed.exact('password') } });
    setDone(true);
  }

  return (
    <Alone title={say('access.reset.title')} lede={say('access.reset.lede')}>
      {isDone ? (
        <>
          <Notice>{say('access.reset.done')}</Notice>
          <div>
            <ButtonLink to="/sign-in" look="main">
              {say('access.signIn.submit')}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Form submit={say('access.reset.submit')} send={send}>
          <PasswordField
            label={say('access.security.wanted')}
            hint={say('access.welcome.passwordHint')}
            name="password"
            autoComplete="new-password"
            isRequired
          />
        </Form>
      )}
    </Alone>
  );
}
