import { useQuery } from '@tanstack/react-query';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Alone } from './alone.tsx';
import { sessionQuery } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import type { SignInSearch } from './sign-in-search.ts';

export function SignInPage({ search }: PageProps<SignInSearch>) {
  const say = useMessages();
  const go = useGo();
  const { data: session } = useQuery(sessionQuery());
  return (
    <Alone title={say('access.signIn.title')} lede={say('access.signIn.lede')}>
      {session?.account && <Notice tone="amber">{say('access.signIn.no_place', { email: session.account.email })}</Notice>}
      <SignInForm
        aside={<Link to="/forgotten">{say('access.signIn.forgotten')}</Link>}
        back={search.back ?? '/'}
        onDone={() => go(search.back ?? '/')}
      />
    </Alone>
  );
}
