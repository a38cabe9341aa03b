import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '#features/access/web/index.ts';
import { Button } from '#kit/web/button.tsx';
import { Switch } from '#kit/web/checkbox.tsx';
import { EmptyState } from '#kit/web/empty-state.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChartIcon, ChevronEndIcon, ChevronStartIcon } from '#kit/web/icons.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { CountedPromises } from './counted-promises.tsx';
import { FigureRow, TeamFigure } from './figure-row.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { MonthsChart } from './months-chart.tsx';
import { api } from './promises.ts';
import type { Reliability } from './reliability-figures.ts';
import { withColleague, type ReliabilitySearch } from './reliability-search.ts';

/** How well our word holds: of everybody, of some together, by month, by kind of customer and by day; each figure opens the promises behind it. */
export function ReliabilityPage({ search, setSearch }: PageProps<ReliabilitySearch>) {
  const say = useMessages();
  const formats = useFormats();
  const asked = useQuery(
    api.query('get', '/api/promises/reliability', {
      query: {
        span: search.span ?? 'year',
        // Months are those of the reader's own calendar.
        calendar: formats.calendar === 'persian' ? 'persian' : 'gregorian',
        ...(search.month === undefined ? {} : { month: search.month }),
        ...(search.of === undefined ? {} : { of: search.of }),
      },
    }),
  );
  const show = (change: Partial<ReliabilitySearch>) => setSearch({ names: 'all', day: undefined, kind: undefined, ...change });
  return (
    <Page
      title={say('promises.reliability.title')}
      lede={say('promises.reliability.lede')}
      back={{ to: '/promises', text: say('promises.nav') }}
    >
      {asked.isPending && <Skeleton lines={8} />}
      {asked.isError && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && (
        <>
          <Period read={asked.data} search={search} setSearch={setSearch} />
          {asked.data.months.every(({ figure }) => figure.share === null) ? (
            <EmptyState icon={ChartIcon} title={say('promises.reliability.none')}>
              {say('promises.reliability.none.text')}
            </EmptyState>
          ) : (
            <Figures read={asked.data} search={search} setSearch={setSearch} show={show} />
          )}
          {search.names !== undefined && (
            <CountedPromises
              read={asked.data}
              search={search}
              onClose={() => setSearch({ names: undefined, day: undefined, kind: undefined })}
            />
          )}
        </>
      )}
    </Page>
  );
}

type Given = {
  read: Reliability;
  search: ReliabilitySearch;
  setSearch: (change: Partial<ReliabilitySearch>) => void;
  show: (change: Partial<ReliabilitySearch>) => void;
};

function Figures({ read, search, setSearch, show }: Given) {
  const say = useMessages();
  const month = read.months.at(-1);
  const chosen = search.of?.split(',') ?? [];
  return (
    <>
      <TeamFigure figure={read.team} workspace={chosen.length > 0 ? read.workspace : undefined} onShow={(names) => show({ names })} />
      <MonthsChart months={read.months} onChoose={(one) => setSearch({ month: one, span: 'month', names: undefined })} />
      <div className="grid gap-x-16 gap-y-section lg:grid-cols-2">
        <Section title={say('promises.reliability.colleagues')} lede={say('promises.reliability.colleagues.lede')}>
          <ul className="flex flex-col divide-y divide-line">
            {read.colleagues.map(({ colleague, figure }) => (
              <li key={colleague.id}>
                <FigureRow
                  name={<bdi>{colleague.name}</bdi>}
                  label={colleague.name}
                  figure={figure}
                  isChosen={chosen.includes(colleague.id)}
                  onPress={() => setSearch({ of: withColleague(search.of, colleague.id) })}
                />
              </li>
            ))}
          </ul>
        </Section>
        <Section title={say('promises.reliability.calendar')} lede={say('promises.reliability.calendar.lede')}>
          {month && <MonthCalendar month={month} days={read.days} onChoose={(day) => show({ day })} />}
        </Section>
        <KindFigures read={read} show={show} />
      </div>
    </>
  );
}

/** The same for small and large, new and old customers, which is how a double standard shows. */
function KindFigures({ read, show }: Pick<Given, 'read' | 'show'>) {
  const say = useMessages();
  return (
    <Section title={say('promises.reliability.kinds')} lede={say('promises.reliability.kinds.lede')}>
      {(['value', 'stage', 'key'] as const).map((by) => {
        const kinds = read.kinds.filter((one) => one.by === by);
        return (
          kinds.length > 0 && (
            <div key={by} className="flex flex-col">
              <h3 id={`by-${by}`} className="text-sm text-ink-soft">
                {say(`promises.reliability.by.${by}`)}
              </h3>
              <ul aria-labelledby={`by-${by}`} className="flex flex-col divide-y divide-line">
                {kinds.map(({ kind, figure }) => {
                  const name = by === 'stage' ? say(`customers.stage.${kind}`) : say(`promises.reliability.${by}.${kind}`);
                  return (
                    <li key={kind}>
                      <FigureRow name={name} label={name} figure={figure} onPress={() => show({ kind: `${by}:${kind}` })} />
                    </li>
                  );
                })}
              </ul>
            </div>
          )
        );
      })}
    </Section>
  );
}

/** Which time the figures are about: twelve months or one, and the way back and forth. */
function Period({ read, search, setSearch }: Omit<Given, 'show'>) {
  const say = useMessages();
  const formats = useFormats();
  const { workspace } = useSignedIn();
  const [month, before] = [read.months.at(-1), read.months.at(-2)];
  const isNow = month === undefined || month.until >= workspace.today;
  const later = month && Temporal.PlainDate.from(month.until).add({ days: 1 }).toString();
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="flex items-center gap-1">
        <Button
          look="quiet"
          aria-label={say('promises.reliability.earlier')}
          onPress={() => setSearch({ month: before?.from, day: undefined })}
        >
          <ChevronStartIcon />
        </Button>
        <p className="min-w-40 text-center font-medium">{month && formats.month(month.from)}</p>
        <Button
          look="quiet"
          aria-label={say('promises.reliability.later')}
          onPress={() => setSearch({ month: later, day: undefined })}
          isDisabled={isNow}
        >
          <ChevronEndIcon />
        </Button>
      </div>
      <Switch isSelected={search.span === 'month'} onChange={(alone) => setSearch({ span: alone ? 'month' : undefined })}>
        {say('promises.reliability.alone')}
      </Switch>
      {search.of !== undefined && (
        <Button look="quiet" onPress={() => setSearch({ of: undefined })}>
          {say('promises.reliability.everybody')}
        </Button>
      )}
    </div>
  );
}
