import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { api } from './circle.ts';
import { CircleDrawing } from './circle-drawing.tsx';
import { CircleList } from './circle-list.tsx';
import { LinkDialog } from './link-dialog.tsx';

/** Whom a customer knows, drawn and listed. `children` is what others know of it: who came through them, and what these bought. */
export function CircleSection(given: { customer: string; asOf?: string | undefined; children?: ReactNode }) {
  const say = useMessages();
  const [isLinking, setLinking] = useState(false);
  const { customer, asOf } = given;
  const isPast = asOf !== undefined;
  const found = useQuery(api.query('get', '/api/customers/{customer}/circle', { params: { customer }, query: isPast ? { asOf } : {} }));
  const middle = found.data?.people.find(({ step }) => step === 0);
  const isEmpty = found.data?.links.length === 0;
  return (
    <Section
      title={say('people.circle')}
      actions={
        !isPast && (
          <Button needs="workWithCustomers" look="quiet" icon={PlusIcon} onPress={() => setLinking(true)}>
            {say('people.circle.link')}
          </Button>
        )
      }
    >
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={3} />}
      {isEmpty && <p className="text-ink-soft">{say('people.circle.none')}</p>}
      {found.data && middle && !isEmpty && (
        <>
          <CircleDrawing circle={found.data} middle={middle} asOf={asOf} />
          <CircleList circle={found.data} middle={middle} asOf={asOf} />
        </>
      )}
      {given.children}
      {isLinking && middle && <LinkDialog customer={middle} onClose={() => setLinking(false)} />}
    </Section>
  );
}
