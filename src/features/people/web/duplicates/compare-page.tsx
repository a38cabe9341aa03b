import { useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import type { PageProps, RawSearch } from '#kit/web/feature-page.ts';
import { useGo } from '#kit/web/go.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { Options } from '#kit/web/options.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { Notice, ProblemNotice } from '#kit/web/problem-notice.tsx';
import { PageSkeleton } from '#kit/web/skeleton.tsx';
import { useCustomFields, useCustomText } from '../custom-fields/fields.ts';
import { FullName } from '../full-name.tsx';
import { useDoing } from '#kit/web/use-doing.ts';
import { merge, sayNotSame, takeBackNotSame, undoMerge, useCompared, type Beside, type Compared } from './duplicates.ts';
import { useFieldText } from './field-text.ts';
import { Likely, PairReasons } from './likely.tsx';

/** Two customers side by side: who stays, what is right where they differ, and what hangs on each. */
export function ComparePage({ params }: PageProps<RawSearch, 'one' | 'other'>) {
  const say = useMessages();
  const { data, isError, error } = useCompared(params.one, params.other);
  const back = { to: '/duplicates', text: say('duplicates.back') };
  if (isError) {
    return (
      <Page title={say('duplicates.compare.title')} back={back} width="narrow">
        <ProblemNotice error={error} />
      </Page>
    );
  }
  if (!data) return <PageSkeleton />;
  return (
    <Page
      title={say('duplicates.compare.title')}
      lede={say('duplicates.compare.lede')}
      back={back}
      width="narrow"
      key={`${params.one} ${params.other}`}
    >
      <Comparison compared={data} />
    </Page>
  );
}

function Comparison({ compared }: { compared: Compared }) {
  const say = useMessages();
  const go = useGo();
  const doing = useDoing();
  const textOf = useFieldText();
  const customText = useCustomText();
  const { customer, other } = compared;
  const [keptId, setKept] = useState(customer.id);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const fields = useCustomFields().filter(({ id }) => compared.differingCustom.includes(id));
  const [kept, gone] = keptId === customer.id ? [customer, other] : [other, customer];
  const isSameKind = customer.kind === other.kind;

  async function mergeNow() {
    const sides = (differing: readonly string[]) =>
      Object.fromEntries(differing.map((field) => [field, (chosen[field] ?? kept.id) === kept.id ? 'kept' : 'gone'] as const));
    await doing(async () => {
      const id = await merge(kept.id, gone.id, { choices: sides(compared.differing), custom: sides(compared.differingCustom) });
      go('/duplicates');
      return { said: say('duplicates.merged', { gone: gone.name, kept: kept.name }), undo: () => undoMerge(id) };
    });
  }

  return (
    <>
      {compared.notSame && <SaidNotSame compared={compared} notSame={compared.notSame} />}
      {compared.probability !== null && (
        <div className="flex flex-col gap-2">
          <Likely probability={compared.probability} />
          <PairReasons reasons={compared.reasons} />
        </div>
      )}
      <div className="flex flex-col gap-4">
        <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          <Side customer={kept} stays />
          <Side customer={gone} stays={false} />
        </div>
        <div>
          <Button onPress={() => setKept(gone.id)}>{say('duplicates.swap')}</Button>
        </div>
      </div>
      <Section title={say('duplicates.choose')} lede={say('duplicates.choose.text')}>
        {compared.differing.length + fields.length === 0 && <p className="text-ink-soft">{say('duplicates.nothing_to_choose')}</p>}
        <div className="flex flex-col gap-5">
          {compared.differing.map((field) => (
            <Choice
              key={field}
              label={say(`duplicates.field.${field}`)}
              textOf={(one) => textOf(field, one)}
              kept={kept}
              gone={gone}
              chosen={chosen[field] ?? kept.id}
              onChange={(id) => setChosen({ ...chosen, [field]: id })}
            />
          ))}
          {fields.map((field) => (
            <Choice
              key={field.id}
              label={field.name}
              textOf={({ custom }) => customText(field, custom[field.id] ?? '')}
              kept={kept}
              gone={gone}
              chosen={chosen[field.id] ?? kept.id}
              onChange={(id) => setChosen({ ...chosen, [field.id]: id })}
            />
          ))}
        </div>
      </Section>
      <div className="flex flex-wrap gap-3">
        <Button needs="mergeCustomers" look="main" isDisabled={!isSameKind} onPress={() => void mergeNow()}>
          {say('duplicates.merge')}
        </Button>
        {!compared.notSame && (
          <Button
            onPress={() =>
              void doing(async () => {
                await sayNotSame(customer.id, other.id);
                go('/duplicates');
                return { said: say('duplicates.not_same.done'), undo: () => takeBackNotSame(customer.id, other.id) };
              })
            }
          >
            {say('duplicates.not_same')}
          </Button>
        )}
      </div>
    </>
  );
}

/** One of the two, with what tells them apart at a glance, and how much hangs on it. */
function Side({ customer, stays }: { customer: Beside; stays: boolean }) {
  const say = useMessages();
  const hanging = Object.entries(customer.hanging).filter(([, count]) => count > 0);
  return (
    <section
      aria-label={`${say(stays ? 'duplicates.stays' : 'duplicates.goes')}: ${customer.name}`}
      className={`flex min-w-0 flex-col gap-2 border-s-2 ps-4 ${stays ? 'border-accent' : 'border-line'}`}
    >
      <span>
        <Badge tone={stays ? 'good' : 'plain'}>{say(stays ? 'duplicates.stays' : 'duplicates.goes')}</Badge>
      </span>
      <h2 className="text-lg font-semibold">
        <Link to={`/customers/${customer.id}`} look="name">
          <FullName customer={customer} />
        </Link>
      </h2>
      <ul className="flex flex-col text-sm">
        {customer.phones.map(({ value, shown }) => (
          <li key={value}>
            <bdi dir="ltr">{shown}</bdi>
          </li>
        ))}
        {customer.emails.map(({ value }) => (
          <li key={value} className="break-all">
            <bdi>{value}</bdi>
          </li>
        ))}
        {customer.addresses.map((address) => (
          <li key={JSON.stringify(address)}>
            <bdi>{[address.street, address.postalCode, address.city].filter(Boolean).join(', ')}</bdi>
          </li>
        ))}
      </ul>
      <h3 className="sr-only">{say('duplicates.hanging')}</h3>
      <ul className="flex flex-col text-sm text-ink-soft">
        {hanging.map(([word, count]) => (
          <li key={word}>{say(`merge.hanging.${word}`, { count })}</li>
        ))}
        {hanging.length === 0 && <li>{say('duplicates.hanging.nothing')}</li>}
      </ul>
    </section>
  );
}

type ChoiceGiven = {
  label: string;
  textOf: (customer: Beside) => string;
  kept: Beside;
  gone: Beside;
  chosen: string;
  onChange: (id: string) => void;
};

function Choice({ label, textOf, kept, gone, ...given }: ChoiceGiven) {
  const say = useMessages();
  return (
    <Options
      label={label}
      value={given.chosen}
      onChange={given.onChange}
      choices={[
        { id: kept.id, text: textOf(kept), note: say('duplicates.stays') },
        { id: gone.id, text: textOf(gone), note: say('duplicates.goes') },
      ]}
    />
  );
}

function SaidNotSame({ compared, notSame }: { compared: Compared; notSame: NonNullable<Compared['notSame']> }) {
  const say = useMessages();
  const formats = useFormats();
  const doing = useDoing();
  const { customer, other } = compared;
  return (
    <Notice
      action={
        <Button
          onPress={() =>
            void doing(async () => {
              await takeBackNotSame(customer.id, other.id);
              return { said: say('duplicates.undone') };
            })
          }
        >
          {say('duplicates.not_same.take_back')}
        </Button>
      }
    >
      {say('duplicates.not_same.said', { name: notSame.byName, on: formats.date(formats.dayOf(notSame.at).toString()) })}
    </Notice>
  );
}
