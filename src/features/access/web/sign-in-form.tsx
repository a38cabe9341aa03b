import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { signIn, signInWithCode } from './session.ts';

const OtherWays = lazy(async () => ({ default: (await import('./other-ways.tsx')).OtherWays }));

/** Signs in, in as many steps as the account asks for. */
export function SignInForm({ email, aside, back, onDone }: { email?: string; aside: ReactNode; back: string; onDone?: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const [step, setStep] = useState<'password' | 'code'>('password');
  if (step === 'code')
    return (
      <Form
        key="code"
        submit={say('access.signIn.submit')}
        send={async (typed) => {
          await signInWithCode(client, typed.text('code'));
          onDone?.();
        }}
        aside={
          <Button look="quiet" onPress={() => setStep('password')}>
            {say('access.code.back')}
          </Button>
        }
      >
        <div>
          <h2 className="text-lg font-semibold">{say('access.code.title')}</h2>
          <p className="text-ink-soft">{say('access.code.lede')}</p>
        </div>
        <TextField label={say('access.code')} name="code" autoComplete="one-time-code" isRequired autoFocus />
      </Form>
    );
  return (
    <>
      <Form
        key="password"
        submit={say('access.signIn.submit')}
        aside={aside}
        send={async (typed) => {
          if ((await signIn(client, typed.text('email'), typed.exact('password'))) === 'code') setStep('code');
          else onDone?.();
        }}
      >
        <TextField
          label={say('access.email')}
          name="email"
          type="email"
          {...(email === undefined ? {} : { defaultValue: email })}
          autoComplete="username webauthn"
          isRequired
          autoFocus
        />
        <PasswordField label={say('access.password')} name="password" autoComplete="current-password" isRequired />
      </Form>
      <Suspense>
        <OtherWays back={back} onPasskey={() => onDone?.()} />
      </Suspense>
    </>
  );
}
