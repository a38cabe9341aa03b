import { lazy, Suspense, useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import type { WaysIn } from './colleagues.ts';
import type { PasskeyChange } from './passkey-dialog.tsx';
import { whyNoPasskeys } from './passkeys.ts';
import { useSignedIn } from './session.ts';

const PasskeyDialog = lazy(async () => ({ default: (await import('./passkey-dialog.tsx')).PasskeyDialog }));

/** The passkeys of the account: which there are, and another one. */
export function Passkeys({ ways }: { ways: WaysIn }) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const [change, setChange] = useState<PasskeyChange | null>(null);
  const why = whyNoPasskeys(say, ways.passkeysAt);
  const used = (at: string | null) =>
    at === null
      ? say('access.passkeys.unused')
      : say('access.passkeys.used', { when: formats.relativeDay(formats.dayOf(at), workspace.today) });

  return (
    <Section title={say('access.passkeys')} lede={say('access.passkeys.lede')}>
      {ways.passkeys.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {ways.passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
              <span>
                <span className="block font-medium">
                  <bdi>{passkey.name}</bdi>
                </span>
                <span className="block text-sm text-ink-soft">
                  {say('access.passkeys.line', { since: formats.date(formats.dayOf(passkey.addedAt)), used: used(passkey.usedAt) })}
                </span>
              </span>
              <span className="-ms-4 flex flex-wrap sm:ms-0">
                <Button
                  look="quiet"
                  aria-label={say('access.passkeys.rename_of', { name: passkey.name })}
                  onPress={() => setChange({ rename: passkey })}
                >
                  {say('access.passkeys.rename')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={say('access.passkeys.remove_of', { name: passkey.name })}
                  onPress={() => setChange({ remove: passkey })}
                >
                  {say('access.passkeys.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {why === null ? (
        <div>
          <Button onPress={() => setChange('add')}>{say('access.passkeys.add')}</Button>
        </div>
      ) : (
        <p className="text-sm text-ink-soft">{why}</p>
      )}
      <Suspense>{change !== null && <PasskeyDialog change={change} ways={ways} onClose={() => setChange(null)} />}</Suspense>
    </Section>
  );
}
