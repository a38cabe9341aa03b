import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { api, type Draft } from './automations.ts';

type Trial = { looked: number; count: number; fitting: { customer: { id: string; name: string }; happenedAt: string }[] };

/** Whom an automation would have been for. Does nothing, and asks only for what sets it off. */
export function TryOut({ draft }: { draft: Draft }) {
  const say = useMessages();
  const formats = useFormats();
  const [trial, setTrial] = useState<Trial | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isTrying, setTrying] = useState(false);

  async function tryOut() {
    setTrying(true);
    setProblem(null);
    try {
      const { trigger, filled, conditions } = draft;
      setTrial(await api.call('post', '/api/automations/trials', { body: { trigger, filled, conditions } }));
    } catch (error) {
      setTrial(null);
      setProblem(error);
    }
    setTrying(false);
  }

  return (
    <>
      <div>
        <Button onPress={() => void tryOut()} isPending={isTrying}>
          {say('automations.try')}
        </Button>
      </div>
      {problem !== null && <ProblemNotice error={problem} />}
      {trial !== null && (
        <div role="status" className="flex flex-col gap-3">
          <p>{say('automations.try.found', { count: trial.count, looked: trial.looked })}</p>
          <ul className="flex flex-col divide-y divide-line">
            {trial.fitting.map(({ customer, happenedAt }) => (
              <li key={`${customer.id} ${happenedAt}`} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                <Link to={`/customers/${customer.id}`} look="name">
                  <bdi>{customer.name}</bdi>
                </Link>
                <time dateTime={happenedAt} className="tabular text-sm text-ink-soft">
                  {formats.moment(happenedAt)}
                </time>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
