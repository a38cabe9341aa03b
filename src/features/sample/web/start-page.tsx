import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSignedIn } from '#features/access/web/index.ts';
import { apiOf } from '#kit/web/api.ts';
import { Button } from '#kit/web/button.tsx';
import { useGo } from '#kit/web/go.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { ImportIcon, SproutIcon, type Icon } from '#kit/web/icons.tsx';
import { ButtonLink } from '#kit/web/link.tsx';
import { Page } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { toast } from '#kit/web/toast.tsx';
import type { sampleApi } from '../api.ts';

const api = apiOf<typeof sampleApi>();

/** The two ways to begin with a new workspace: one's own sales, or a shop to look around in. */
export function StartPage() {
  const say = useMessages();
  const go = useGo();
  const client = useQueryClient();
  const { workspace } = useSignedIn();
  const load = useMutation({
    mutationFn: () => api.call('post', '/api/sample'),
    onSuccess: async (loaded) => {
      await client.invalidateQueries();
      toast({ text: say('sample.start.loaded', { customers: loaded.customers, purchases: loaded.purchases }) });
      go('/');
    },
  });

  return (
    <Page title={say('sample.start.title')} lede={say('sample.start.lede', { workspace: workspace.name })}>
      <div className="grid gap-x-12 md:grid-cols-2">
        <Way icon={ImportIcon} title={say('sample.start.import')} text={say('sample.start.import.text')}>
          <ButtonLink to="/import" look="main">
            {say('sample.start.import.go')}
          </ButtonLink>
        </Way>
        <Way icon={SproutIcon} title={say('sample.start.sample')} text={say('sample.start.sample.text')}>
          {load.isPending ? (
            <ProgressBar label={say('sample.start.sample.loading')} />
          ) : (
            <Button onPress={() => load.mutate()}>{say('sample.start.sample.go')}</Button>
          )}
          {load.isError && <ProblemNotice error={load.error} />}
        </Way>
      </div>
    </Page>
  );
}

function Way({ icon: Icon, title, text, children }: { icon: Icon; title: string; text: string; children: ReactNode }) {
  return (
    <section className="flex flex-col items-start gap-4 border-t border-line py-8">
      <span className="flex size-12 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon className="size-6" />
      </span>
      <h2 className="text-xl font-semibold">{title}</h2>
      <p className="max-w-prose text-ink-soft">{text}</p>
      <div className="mt-auto flex w-full flex-col items-start gap-4 pt-2">{children}</div>
    </section>
  );
}
