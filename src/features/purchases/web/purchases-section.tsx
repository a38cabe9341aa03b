import { useInfiniteQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { apiOf } from '#kit/web/api.ts';
import { Badge } from '#kit/web/badge.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { More } from '#kit/web/more.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import type { PurchaseAnswer, purchasesApi } from '../api.ts';

const api = apiOf<typeof purchasesApi>();
type Purchase = z.output<typeof PurchaseAnswer>;

/** What a customer bought and gave back, the latest first; each opens to its lines. */
export function PurchasesSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const pages = useInfiniteQuery({
    queryKey: ['purchases', customer, asOf ?? ''],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.call('get', '/api/customers/{customer}/purchases', {
        params: { customer },
        query: { limit: 12, ...(asOf ? { asOf } : {}), ...(pageParam ? { after: pageParam } : {}) },
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const purchases = pages.data?.pages.flatMap((page) => page.purchases) ?? [];
  return (
    <Section title={say('purchases.list.title')}>
      {pages.isError && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton lines={4} />}
      {pages.isSuccess && purchases.length === 0 && <p className="text-ink-soft">{say('purchases.list.none')}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {purchases.map((purchase) => (
          <li key={purchase.id}>
            <PurchaseRow purchase={purchase} />
          </li>
        ))}
      </ul>
      <More pages={pages}>{say('purchases.list.more')}</More>
    </Section>
  );
}

function PurchaseRow({ purchase }: { purchase: Purchase }) {
  const say = useMessages();
  const formats = useFormats();
  const names = purchase.lines.slice(0, 3).map((line) => line.name);
  const more = purchase.lines.length - names.length;
  return (
    <details className="group py-row">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="tabular w-28 shrink-0 text-ink-soft">{formats.date(purchase.placedOn)}</span>
        <span className="tabular w-24 shrink-0 text-end font-medium">{formats.money(purchase.totalMinor, purchase.currency)}</span>
        {purchase.kind !== 'sale' && <Badge tone="plain">{say(`purchases.kind.${purchase.kind}`)}</Badge>}
        <span className="min-w-0 flex-1 truncate text-sm text-ink-soft">
          <bdi>{names.join(' · ')}</bdi>
          {more > 0 && ` ${say('purchases.list.and_more', { count: more })}`}
        </span>
      </summary>
      <div className="overflow-x-auto pb-3 ps-2">
        <p className="py-1 text-sm text-ink-faint">{say('purchases.list.number', { number: purchase.number })}</p>
        <table className="w-full max-w-2xl text-sm">
          <thead className="sr-only">
            <tr>
              <th>{say('purchases.list.product')}</th>
              <th>{say('purchases.list.quantity')}</th>
              <th>{say('purchases.list.price')}</th>
            </tr>
          </thead>
          <tbody>
            {numbered(purchase.lines).map(({ line, key }) => (
              <tr key={key}>
                <td className="py-1 pe-4">
                  <bdi>{line.name}</bdi>
                </td>
                <td className="tabular py-1 pe-4 text-end">{formats.number(Number(line.quantity), { maximumFractionDigits: 3 })} ×</td>
                <td className="tabular py-1 text-end">
                  {formats.number(Number(line.unitPrice), { minimumFractionDigits: 2, maximumFractionDigits: 4 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** The same product may stand on several lines of a purchase: each by its code and which of them it is. */
function numbered(lines: Purchase['lines']) {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const time = (seen.get(line.code) ?? 0) + 1;
    seen.set(line.code, time);
    return { line, key: `${line.code} ${time}` };
  });
}
