import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { Alone } from './alone.tsx';
import { api } from './colleagues.ts';
import { sessionQuery } from './session.ts';

/** What is typed there, in no language. */
const command = 'npm run tend -- account reset you@example.com';

/** For somebody who forgot their password: by e-mail, or by whoever runs the machine. */
export function ForgottenPage() {
  const say = useMessages();
  const { data: session } = useQuery(sessionQuery());
  const [sentTo, setSentTo] = useState<string | null>(null);
  const byMail = session?.resetsByMail === true;

  async function send(typed: Typed) {
    const email = typed.text('email');
    await api.call('post', '/api/passwords/forgotten', { body: { email } });
    setSentTo(email);
  }

  return (
    <Alone title={say('access.forgotten.title')} {...(byMail ? { lede: say('access.forgotten.lede') } : {})}>
      {sentTo !== null && <Notice>{say('access.forgotten.sent', { email: sentTo })}</Notice>}
      {sentTo === null && byMail && (
        <Form submit={say('access.forgotten.submit')} send={send}>
          <TextField label={say('access.email')} name="email" type="email" autoComplete="username" isRequired autoFocus />
        </Form>
      )}
      {session && !byMail && (
        <div className="flex flex-col gap-2">
          <p>{say('access.forgotten.by_terminal')}</p>
          <code dir="ltr" className="rounded-lg bg-wash px-3 py-2 text-sm">
            {command}
          </code>
        </div>
      )}
      <p>
        <Link to="/sign-in">{say('access.forgotten.back')}</Link>
      </p>
    </Alone>
  );
}
