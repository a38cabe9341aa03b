import { useQuery } from '@tanstack/react-query';
import { CadenceSection } from '#features/cadence/web/index.ts';
import { ConsentSection } from '#features/consent/web/index.ts';
import { PulseSection, TimelineSection } from '#features/conversations/web/index.ts';
import {
  FullName,
  PeopleHereSection,
  WhoSection,
  CircleSection,
  FactsSection,
  FilesSection,
  GoalsSection,
  isMerged,
  MergedInto,
} from '#features/people/web/index.ts';
import { LogWithWord, PromisesSection } from '#features/promises/web/index.ts';
import { PersonalDataSection } from '#features/personal-data/web/index.ts';
import { HabitsSection, PurchasesSection } from '#features/purchases/web/index.ts';
import { Badge } from '#kit/web/badge.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Page } from '#kit/web/page.tsx';
import { Problem } from '#kit/web/problem.ts';
import { WaitingHere } from '#kit/web/offline/waiting-here.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { AsOf, PastNotice, usePastDay } from './as-of.tsx';
import { api, type Card } from './customers.ts';
import { useLastList } from './last-list.ts';
import type { CustomerSearch } from './look-search.ts';
import { RiskBadge } from './states.tsx';
import { Standing } from './standing.tsx';
import { WordOfMouth } from './word-of-mouth.tsx';

/** One customer in one page: first the person and how things stand between us, then what was promised and said, then what we know and what they buy. */
export function CustomerPage({ params, search, setSearch }: PageProps<CustomerSearch, 'id'>) {
  const say = useMessages();
  const asOf = usePastDay(search.asOf);
  const list = useLastList();
  const customer = params.id;
  const { data: card, ...asked } = useQuery(
    api.query('get', '/api/customers/{customer}/card', { params: { customer }, query: asOf === undefined ? {} : { asOf } }),
  );
  const look = (day: string | undefined) => setSearch({ asOf: day });
  const back = { to: '/customers', search: { ...list, asOf }, text: say('customers.nav') };

  if (asked.isError) {
    const isFinal = asked.error instanceof Problem && asked.error.status < 500 && asked.error.status > 0;
    return (
      <Page title={say('customers.one')} back={back}>
        <PastNotice asOf={asOf} onChange={look} />
        {isMerged(asked.error) ? (
          <MergedInto customer={customer} />
        ) : (
          <ProblemNotice error={asked.error} {...(isFinal ? {} : { onRetry: () => void asked.refetch() })} />
        )}
      </Page>
    );
  }
  if (!card) return <PageSkeleton />;
  return (
    <Page
      key={customer}
      title={card.name}
      heading={<FullName customer={card} />}
      lede={
        <span className="flex flex-wrap items-center gap-2">
          {!card.contactOnly && <States card={card} />}
          <AsOf asOf={asOf} onChange={look} look="quiet" />
        </span>
      }
      back={back}
      width="wide"
    >
      <PastNotice asOf={asOf} onChange={look} />
      <div className={`${COLUMNS} gap-y-6`}>
        <WhoSection customer={customer} asOf={asOf} />
        {!card.contactOnly && <Standing card={card} />}
      </div>
      <div className={`${COLUMNS} gap-y-section border-t border-line pt-10 xl:grid-rows-[auto_1fr]`}>
        <div className="flex min-w-0 flex-col gap-section">
          {asOf === undefined && (
            <>
              <LogWithWord customer={customer} names={[card.name, card.addressedAs]} />
              <WaitingHere customer={customer} />
            </>
          )}
          <PromisesSection customer={customer} asOf={asOf} />
          {!card.contactOnly && <CadenceSection customer={customer} asOf={asOf} />}
        </div>
        <div className="flex min-w-0 flex-col gap-section xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <PulseSection customer={customer} asOf={asOf} />
          <TimelineSection customer={customer} asOf={asOf} wanted={search.touchpoint} withoutLine />
        </div>
        <div className="flex min-w-0 flex-col gap-section">
          <FactsSection customer={customer} asOf={asOf} />
          <GoalsSection customer={customer} asOf={asOf} />
          <CircleSection customer={customer} asOf={asOf}>
            <WordOfMouth customer={customer} asOf={asOf} />
          </CircleSection>
          {card.kind === 'organization' && <PeopleHereSection organization={customer} asOf={asOf} />}
          {!card.contactOnly && (
            <>
              <HabitsSection customer={customer} asOf={asOf} />
              <PurchasesSection customer={customer} asOf={asOf} />
            </>
          )}
          <FilesSection customer={customer} asOf={asOf} />
          {asOf === undefined && (
            <>
              <ConsentSection customer={customer} />
              <PersonalDataSection customer={customer} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}

/** One column where there is no room, in the order in which one needs it with a thumb; else what was said stands beside the rest. */
const COLUMNS = 'grid gap-x-16 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]';

function States({ card }: { card: Card }) {
  const say = useMessages();
  return (
    <>
      <Badge tone={card.stage === 'returning' ? 'good' : 'plain'}>{say(`customers.stage.${card.stage}`)}</Badge>
      {card.risk !== 'calm' && <RiskBadge risk={card.risk} />}
    </>
  );
}
