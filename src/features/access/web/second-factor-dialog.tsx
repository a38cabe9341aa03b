import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { encode } from 'uqr';
import { Button } from '#kit/web/button.tsx';
import { CopiedText } from '#kit/web/copied-text.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form, type Typed } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PasswordField } from '#kit/web/password-field.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type SecondFactorChange } from './colleagues.ts';

type Begun = { readonly uri: string; readonly codes: readonly string[] };

/** Sets the authenticator app up, makes new recovery codes, or turns it off; each after the password. */
export function SecondFactorDialog({ doing, onClose }: { doing: SecondFactorChange; onClose: () => void }) {
  const say = useMessages();
  const client = useQueryClient();
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function prove(typed: Typed) {
    const body = { password: typed.exact('password') };
    if (doing === 'begin') return setBegun(await api.call('post', '/api/me/second-factor', { body }));
    if (doing === 'renew') return setCodes((await api.call('post', '/api/me/second-factor/codes', { body })).codes);
    await api.call('post', '/api/me/second-factor/off', { body });
    await finish('access.second_factor.ended');
  }

  async function confirm(typed: Typed) {
    await api.call('put', '/api/me/second-factor', { body: { code: typed.text('code') } });
    await client.invalidateQueries();
    toast({ text: say('access.second_factor.confirmed') });
    setCodes(begun?.codes ?? []);
  }

  async function finish(said: string) {
    await client.invalidateQueries();
    toast({ text: say(said) });
    onClose();
  }

  return (
    <Dialog title={say('access.second_factor')} isOpen onClose={onClose}>
      {codes ? (
        <Codes codes={codes} onNoted={onClose} />
      ) : begun ? (
        <>
          <p>{say('access.second_factor.scan')}</p>
          <Picture text={begun.uri} />
          <CopiedText label={say('access.second_factor.key')} text={new URL(begun.uri).searchParams.get('secret') ?? ''} />
          <Form key="code" submit={say('access.second_factor.confirm')} send={confirm}>
            <TextField label={say('access.code')} name="code" autoComplete="one-time-code" isRequired />
          </Form>
        </>
      ) : (
        <Form key="password" submit={say(doing === 'end' ? 'access.second_factor.end' : 'access.second_factor.go_on')} send={prove}>
          <PasswordField label={say('access.security.present')} name="password" autoComplete="current-password" isRequired autoFocus />
        </Form>
      )}
    </Dialog>
  );
}

function Codes({ codes, onNoted }: { codes: readonly string[]; onNoted: () => void }) {
  const say = useMessages();
  return (
    <>
      <div>
        <h3 className="font-semibold">{say('access.second_factor.codes')}</h3>
        <p className="text-ink-soft">{say('access.second_factor.codes.lede')}</p>
      </div>
      <ul dir="ltr" className="tabular grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-wash px-4 py-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button look="main" onPress={onNoted}>
          {say('access.second_factor.noted')}
        </Button>
      </div>
    </>
  );
}

/** Dark on light in both themes: that is how cameras read it. */
function Picture({ text }: { text: string }) {
  const say = useMessages();
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={say('access.second_factor.picture')}
      viewBox={`0 0 ${size} ${size}`}
      className="size-52 self-center rounded-lg"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
