import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { Problem } from '#kit/web/problem.ts';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { Alone } from './alone.tsx';
import { api } from './colleagues.ts';
import { wayBack } from './provider.ts';
import { sessionQuery } from './session.ts';

const settings = '/settings/sign-in';

/** Where a provider of single sign-on sends people back: it takes them on, or says why not. */
export function ReturnPage() {
  const say = useMessages();
  const [query] = useState(() => location.search);
  const { data: session } = useQuery(sessionQuery());
  const returned = useQuery({
    queryKey: ['returned from provider', query],
    queryFn: () => api.call('post', '/api/session/provider/returned', { body: { query } }),
    staleTime: Infinity,
    retry: false,
  });
  const { isSuccess, error } = returned;
  useEffect(() => {
    // In the place of this address, which has been used up; and everything on the screen begins anew.
    if (isSuccess) location.replace(wayBack());
  }, [isSuccess]);
  if (!returned.isError)
    return (
      <Alone title={say('access.returned.title')}>
        <Skeleton lines={2} />
      </Alone>
    );
  const connects = error instanceof Problem && error.code === 'provider.connect_first';
  return (
    <Alone title={say('access.returned.refused')}>
      <ProblemNotice error={error} />
      <div>
        {session?.account ? (
          <ButtonLink to={settings}>{say('access.returned.settings')}</ButtonLink>
        ) : (
          <ButtonLink to="/sign-in" search={connects ? { back: settings } : {}}>
            {say('access.join.sign_in')}
          </ButtonLink>
        )}
      </div>
    </Alone>
  );
}
