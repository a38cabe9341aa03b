import { CountList, Ledger, sumOf } from '#kit/web/file-import/counts.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ButtonLink, DownloadLink } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Stat } from '#kit/web/stat.tsx';
import { DaysBetween, Figures } from './import-counts.tsx';
import { api, type ImportSeen } from './import-data.ts';

type Result = NonNullable<ImportSeen['result']>;

/** What became of a file: a sum that adds up, and what it holds. */
export function ImportResult({ id, result }: { id: string; result: Result }) {
  const say = useMessages();
  const isNothingNew = result.added === 0 && result.known > 0;
  return (
    <>
      {isNothingNew && <Notice>{say('purchases.import.done.nothing_new')}</Notice>}
      <Section title={say('purchases.import.done.ledger')}>
        <Ledger
          rows={[
            [say('purchases.import.done.added'), result.added],
            [say('purchases.import.done.known'), result.known],
          ]}
          setAside={result.setAside}
          reason={(reason) => say(`purchases.import.reason.${reason}`)}
          total={[say('purchases.import.done.lines'), result.lines]}
        />
        {sumOf(result.setAside) > 0 && (
          <p className="text-sm text-ink-soft">
            <DownloadLink href={api.address('get', '/api/purchase-imports/{import}/set-aside', { params: { import: id } })}>
              {say('purchases.import.done.download')}
            </DownloadLink>{' '}
            {say('kit.import.download.note')}
          </p>
        )}
      </Section>
      <Section title={say('purchases.import.done.holds')}>
        <Holdings result={result} />
      </Section>
      {Object.keys(result.rules).length > 0 && (
        <Section title={say('purchases.import.rules')}>
          <CountList counts={result.rules} word={(rule) => say(`purchases.import.rule.${rule}`)} />
        </Section>
      )}
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/" look="main">
          {say('purchases.import.done.today')}
        </ButtonLink>
        <ButtonLink to="/import" look="quiet">
          {say('kit.import.another')}
        </ButtonLink>
      </div>
    </>
  );
}

function Holdings({ result }: { result: Result }) {
  const say = useMessages();
  const formats = useFormats();
  const {
    sales,
    returns,
    adjustments,
    customers,
    productsMade,
    anonymous,
    erased,
    numbersShared,
    purchasesMade,
    purchasesExtended,
    firstDay,
    lastDay,
  } = result;
  const hasKnown = purchasesMade < sales + returns + adjustments;
  return (
    <>
      <Figures>
        <Stat label={say('purchases.import.done.purchases', { count: sales })} value={formats.number(sales)} />
        <Stat
          label={say('purchases.import.done.returns', { count: returns })}
          value={formats.number(returns)}
          note={returns > 0 ? say('purchases.import.done.returns.note') : undefined}
        />
        {adjustments > 0 && (
          <Stat
            label={say('purchases.import.done.adjustments', { count: adjustments })}
            value={formats.number(adjustments)}
            note={say('purchases.import.done.adjustments.note')}
          />
        )}
        <Stat
          label={say('purchases.import.done.customers', { count: customers })}
          value={formats.number(customers)}
          note={say('purchases.import.done.customers.note', { made: result.customersMade, bought: result.customersWithSale })}
        />
        {productsMade > 0 && (
          <Stat label={say('purchases.import.done.products', { count: productsMade })} value={formats.number(productsMade)} />
        )}
        <Stat
          label={say('purchases.import.done.sum')}
          value={formats.exactMoney(result.sum, result.currency)}
          note={say('purchases.import.done.sum.customers', { sum: formats.exactMoney(result.customerSum, result.currency) })}
        />
        {anonymous > 0 && (
          <Stat
            label={say('purchases.import.done.anonymous', { count: anonymous })}
            value={formats.number(anonymous)}
            note={say('purchases.import.anonymous.note')}
          />
        )}
        {erased > 0 && (
          <Stat
            label={say('purchases.import.done.erased', { count: erased })}
            value={formats.number(erased)}
            note={say('purchases.import.anonymous.note')}
          />
        )}
        {firstDay !== null && lastDay !== null && (
          <Stat label={say('purchases.import.days')} value={<DaysBetween from={firstDay} until={lastDay} />} />
        )}
      </Figures>
      {(hasKnown || numbersShared > 0) && (
        <p className="max-w-prose text-sm text-ink-soft">
          {hasKnown && say('purchases.import.done.known_purchases', { made: purchasesMade, extended: purchasesExtended })}{' '}
          {numbersShared > 0 && say('purchases.import.done.numbersShared', { count: numbersShared })}
        </p>
      )}
    </>
  );
}
