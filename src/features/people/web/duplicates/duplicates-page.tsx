import { Button } from '#kit/web/button.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CustomersIcon } from '#kit/web/icons.tsx';
import { ButtonLink, Link } from '#kit/web/link.tsx';
import { More } from '#kit/web/more.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { PersonName } from '../person-name.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { sayNotSame, takeBackNotSame, undoMerge, useDuplicates, useMerges, type Pair } from './duplicates.ts';
import { Likely, PairReasons } from './likely.tsx';

const undoDays = 30;
const mostCounted = 1000;

/** Customers who may be in the books twice, the likeliest first, and what was merged lately. */
export function DuplicatesPage() {
  const say = useMessages();
  const found = useDuplicates();
  const [first] = found.data?.pages ?? [];
  const pairs = found.data?.pages.flatMap((page) => page.pairs) ?? [];
  return (
    <Page
      title={say('duplicates.title')}
      lede={say('duplicates.lede', { days: undoDays })}
      back={{ to: '/customers', text: say('people.keys.back') }}
      width="narrow"
    >
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {first && pairs.length === 0 && (
        <EmptyState icon={CustomersIcon} title={say('duplicates.none')}>
          {say(first.lookedAt === null ? 'duplicates.none.yet' : 'duplicates.none.text')}
        </EmptyState>
      )}
      {first && pairs.length > 0 && (
        <div className="flex flex-col gap-2">
          <p className="text-sm text-ink-soft">
            {say(first.count >= mostCounted ? 'duplicates.count.many' : 'duplicates.count', { count: first.count })}
          </p>
          <ul className="flex flex-col divide-y divide-line">
            {pairs.map((pair) => (
              <li key={`${pair.one.id} ${pair.other.id}`}>
                <PairRow pair={pair} />
              </li>
            ))}
          </ul>
          <More pages={found}>{say('duplicates.more')}</More>
        </div>
      )}
      <LateMerges />
    </Page>
  );
}

function PairRow({ pair: { one, other, probability, reasons } }: { pair: Pair }) {
  const say = useMessages();
  const doing = useDoing();
  const names = { one: one.name, other: other.name };
  return (
    <article className="flex flex-col gap-3 py-5" aria-label={`${one.name}, ${other.name}`}>
      <Likely probability={probability} />
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {[one, other].map((customer) => (
          <div key={customer.id} className="flex min-w-0 flex-col">
            <Link to={`/customers/${customer.id}`} look="name">
              <PersonName customer={customer} />
            </Link>
            <span className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              {customer.phone !== null && <bdi dir="ltr">{customer.phone}</bdi>}
              {customer.email !== null && <bdi className="break-all">{customer.email}</bdi>}
            </span>
          </div>
        ))}
      </div>
      <PairReasons reasons={reasons} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink to={`/duplicates/${one.id}/${other.id}`}>
          {say('duplicates.look')}
          <span className="sr-only">: {say('duplicates.look.pair', names)}</span>
        </ButtonLink>
        <Button
          look="quiet"
          aria-label={say('duplicates.not_same.pair', names)}
          onPress={() =>
            void doing(async () => {
              await sayNotSame(one.id, other.id);
              return { said: say('duplicates.not_same.done'), undo: () => takeBackNotSame(one.id, other.id) };
            })
          }
        >
          {say('duplicates.not_same')}
        </Button>
      </div>
    </article>
  );
}

/** What can still be undone. */
function LateMerges() {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const { data } = useMerges();
  if (!data || data.merges.length === 0) return null;
  return (
    <Section title={say('duplicates.merges')}>
      <ul className="flex flex-col divide-y divide-line">
        {data.merges.map(({ id, kept, goneName, byName, at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0">
              <Message
                id="duplicates.merges.line"
                values={{
                  gone: <bdi>{goneName}</bdi>,
                  kept: kept ? (
                    <Link to={`/customers/${kept.id}`}>
                      <bdi>{kept.name}</bdi>
                    </Link>
                  ) : (
                    say('duplicates.merges.merged_on')
                  ),
                }}
              />
              <span className="block text-sm text-ink-soft">
                {say('duplicates.merges.by', { name: byName, on: formats.date(formats.dayOf(at).toString()) })}
              </span>
            </span>
            {kept && (
              <Button
                aria-label={`${say('duplicates.undo')}: ${goneName}`}
                onPress={() =>
                  void doing(async () => {
                    await undoMerge(id);
                    return { said: say('duplicates.undone') };
                  })
                }
              >
                {say('duplicates.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
