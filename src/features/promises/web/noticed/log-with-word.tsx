import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { readQuickEntry } from '#features/conversations/domain/index.ts';
import { LogForm, type Told } from '#features/conversations/web/index.ts';
import type { peopleApi } from '#features/people/api.ts';
import { apiOf } from '#kit/web/api.ts';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api } from '../promises.ts';
import { isAcceptKey } from './keys.ts';
import { asGiven, isWhole, openSuggestions, stillSaid, type Suggestion } from './suggestions.ts';
import { useNoticed } from './use-noticed.ts';

const NoticedBeneath = lazy(async () => ({ default: (await import('./noticed-beneath.tsx')).NoticedBeneath }));
const people = apiOf<typeof peopleApi>();

/**
 * Logs what passed between us, and notices what we promise in it: suggested beneath the line, given with one key (Ctrl or ⌘ and Enter) and saved in one with
 * the touchpoint, never silently.
 */
export function LogWithWord({ customer, ...given }: Omit<ComponentProps<typeof LogForm>, 'companion'>) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const { data: who } = useQuery(people.query('get', '/api/customers/{customer}', { params: { customer }, query: {} }));
  const timeZone = who?.timeThere ?? formats.timeZone;
  const [line, setLine] = useState('');
  const [chosen, setChosen] = useState<readonly Suggestion[]>([]);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<string | null>(null);
  const text = useMemo(() => readQuickEntry(line, given.names).summary, [line, given.names]);
  const noticed = useNoticed(text, timeZone);
  const accepted = stillSaid(chosen, text);
  const suggestions = openSuggestions(noticed, [...accepted.map(({ said }) => said), ...left]);

  function accept(suggestion: Suggestion) {
    setChosen([...accepted.filter(({ said }) => said !== suggestion.said), suggestion]);
    setAsked(null);
  }

  function onKey(event: KeyboardEvent) {
    const [next] = suggestions;
    if (!isAcceptKey(event) || !next) return;
    event.preventDefault();
    event.stopPropagation();
    if (isWhole(next)) accept(next);
    else setAsked(next.said);
  }

  async function log(touchpoint: Told) {
    const name = given.names?.[0] ?? who?.name ?? '';
    const what = `conversations.said.${touchpoint.kind}_${touchpoint.direction ?? 'out'}`;
    const logged = await api.entry(
      'post',
      '/api/customers/{customer}/touchpoints/with-promises',
      { params: { customer }, body: { touchpoint, promises: asGiven(accepted, timeZone) } },
      { what, customer: { id: customer, name }, text: 'touchpoint.summary', dues: accepted.map((_, place) => `promises.${place}`) },
    );
    await client.invalidateQueries();
    toast({ text: logged === 'waiting' ? say('kit.offline.kept') : say('promises.noticed.logged', { count: accepted.length }) });
  }

  return (
    <div onKeyDownCapture={onKey}>
      <LogForm
        {...given}
        customer={customer}
        companion={{
          onText: (written) => {
            setLine(written);
            if (written.trim() === '') setLeft([]);
          },
          ...(accepted.length === 0 ? {} : { log }),
          beneath: suggestions.length + accepted.length > 0 && (
            <Suspense>
              <NoticedBeneath
                suggestions={suggestions}
                accepted={accepted}
                timeZone={timeZone}
                asked={asked}
                onAccept={accept}
                onLeave={({ said }) => setLeft([...left, said])}
                onTakeOut={(suggestion) => {
                  setChosen(accepted.filter((one) => one !== suggestion));
                  setLeft([...left, suggestion.said]);
                }}
              />
            </Suspense>
          ),
        }}
      />
    </div>
  );
}
