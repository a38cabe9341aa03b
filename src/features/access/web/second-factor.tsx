import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { api, type SecondFactorChange } from './colleagues.ts';

const SecondFactorDialog = lazy(async () => ({ default: (await import('./second-factor-dialog.tsx')).SecondFactorDialog }));

/** The authenticator app: whether signing in asks for its codes, and the ways to change that. */
export function SecondFactor() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/me/second-factor'));
  const [doing, setDoing] = useState<SecondFactorChange | null>(null);
  const isOn = found.data?.isOn === true;
  return (
    <Section title={say('access.second_factor')} lede={say('access.second_factor.lede')}>
      <div className="flex flex-wrap items-center gap-3">
        {isOn && (
          <>
            <Badge tone="good">{say('access.second_factor.on')}</Badge>
            <Button look="quiet" onPress={() => setDoing('renew')}>
              {say('access.second_factor.renew')}
            </Button>
            <Button look="quiet" onPress={() => setDoing('end')}>
              {say('access.second_factor.end')}
            </Button>
          </>
        )}
        {found.isSuccess && !isOn && <Button onPress={() => setDoing('begin')}>{say('access.second_factor.begin')}</Button>}
      </div>
      <Suspense>{doing && <SecondFactorDialog doing={doing} onClose={() => setDoing(null)} />}</Suspense>
    </Section>
  );
}
