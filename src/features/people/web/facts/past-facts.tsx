import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { ChevronDownIcon } from '#kit/web/icons.tsx';
import { useFactWays, type Fact } from './facts.ts';

/** What was true once. */
export function PastFacts({ facts, isPast }: { facts: readonly Fact[]; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const { restore } = useFactWays();
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 text-ink-soft hover:text-accent">
        <ChevronDownIcon className="size-4 transition-transform group-open:rotate-180" />
        {say('people.facts.past', { count: facts.length })}
      </summary>
      <ul className="flex flex-col">
        {facts.map((fact) => (
          <li key={fact.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <div className="min-w-0 text-ink-soft">
              <p>
                <bdi>{fact.text}</bdi>
              </p>
              {fact.retired && (
                <p className="text-sm">
                  <time dateTime={fact.retired.at}>{formats.date(formats.dayOf(fact.retired.at))}</time>
                  {fact.retired.note !== null && (
                    <>
                      {' '}
                      <bdi>{fact.retired.note}</bdi>
                    </>
                  )}
                </p>
              )}
            </div>
            {!isPast && (
              <Button needs="workWithCustomers" look="quiet" onPress={() => void restore(fact)}>
                {say('people.facts.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
