import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { factKinds } from '../../domain/index.ts';
import { FactDialog } from './fact-dialog.tsx';
import { FactRow } from './fact-row.tsx';
import { api, type Fact, type FactInHand } from './facts.ts';
import { LearnLine } from './learn-line.tsx';
import { PastFacts } from './past-facts.tsx';
import { SensitiveFacts } from './sensitive-facts.tsx';

/** What we know of a customer, by kind, with the line that writes down what was just learned. */
export function FactsSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const { may } = useRight('workWithCustomers');
  const [inHand, setInHand] = useState<FactInHand | null>(null);
  // What was typed into the line went with the dialog once that is saved: the line begins anew.
  const [saved, setSaved] = useState(0);
  const isPast = asOf !== undefined;
  const found = useQuery(api.query('get', '/api/customers/{customer}/facts', { params: { customer }, query: isPast ? { asOf } : {} }));
  const standing = found.data?.facts.filter(({ retired }) => retired === null) ?? [];
  const retired = found.data?.facts.filter((fact) => fact.retired !== null) ?? [];
  const hidden = found.data?.hidden ?? 0;
  return (
    <Section title={say('people.facts')}>
      {!isPast && may && <LearnLine key={saved} customer={customer} onMore={setInHand} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={3} />}
      {found.isSuccess && standing.length + hidden === 0 && <p className="text-ink-soft">{say('people.facts.none')}</p>}
      {standing.length > 0 && <Groups facts={standing} isPast={isPast} onCorrect={(fact) => setInHand({ fact })} />}
      {found.data && hidden > 0 && (
        <SensitiveFacts customer={customer} isPast={isPast} known={found.data} onCorrect={(fact) => setInHand({ fact })} />
      )}
      {retired.length > 0 && <PastFacts facts={retired} isPast={isPast} />}
      {inHand && (
        <FactDialog
          key={'fact' in inHand ? inHand.fact.id : 'new'}
          customer={customer}
          inHand={inHand}
          onSaved={() => setSaved(saved + 1)}
          onClose={() => setInHand(null)}
        />
      )}
    </Section>
  );
}

function Groups(given: { facts: readonly Fact[]; isPast: boolean; onCorrect: (fact: Fact) => void }) {
  const say = useMessages();
  const kinds = factKinds.filter((kind) => given.facts.some((fact) => fact.kind === kind));
  return (
    <dl className="flex flex-col gap-3">
      {kinds.map((kind) => (
        <div key={kind} className="grid gap-x-6 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="text-sm text-ink-soft sm:pt-2">{say(`people.facts.kind.${kind}`)}</dt>
          <dd>
            <ul className="flex flex-col">
              {given.facts
                .filter((fact) => fact.kind === kind)
                .map((fact) => (
                  <li key={fact.id}>
                    <FactRow fact={fact} isPast={given.isPast} onCorrect={() => given.onCorrect(fact)} />
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
