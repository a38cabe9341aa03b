import { useState } from 'react';
import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { EyeIcon, EyeOffIcon } from '#kit/web/icons.tsx';
import { problemText } from '#kit/web/problem-notice.tsx';
import { toast } from '#kit/web/toast.tsx';
import { FactRow } from './fact-row.tsx';
import { api, type Fact } from './facts.ts';
import { LooksDialog } from './looks-dialog.tsx';

type Given = {
  customer: string;
  isPast: boolean;
  known: { readonly hidden: number; readonly mayLook: boolean; readonly maySeeLooks: boolean; readonly facts: readonly Fact[] };
  onCorrect: (fact: Fact) => void;
};

/** How much there is that is sensitive. Those with the right can look, which is written down, so it happens only when they ask for it. */
export function SensitiveFacts({ customer, isPast, known, onCorrect }: Given) {
  const say = useMessages();
  const [seen, setSeen] = useState<{ readonly facts: readonly Fact[]; readonly of: Given['known'] } | null>(null);
  const [isLooking, setLooking] = useState(false);
  const [showsLooks, setShowsLooks] = useState(false);
  // What was seen before something changed is not what stands now: looking again is another look.
  const shown = seen?.of === known ? seen.facts.filter(({ retired }) => retired === null) : null;

  async function look() {
    setLooking(true);
    try {
      const { facts } = await api.call('post', '/api/customers/{customer}/facts/looks', { params: { customer } });
      setSeen({ facts, of: known });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    } finally {
      setLooking(false);
    }
  }

  return (
    <div className="flex flex-col gap-1 rounded-lg bg-wash px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4">
        <p className="min-w-48 flex-1 text-ink-soft">
          {shown ? say('people.facts.looking') : say('people.facts.hidden', { count: known.hidden })}
          {!shown && known.mayLook && !isPast && <span className="block text-sm">{say('people.facts.look.hint')}</span>}
        </p>
        <span className="-mx-2 flex flex-wrap">
          {known.mayLook && !isPast && !shown && (
            <Button look="quiet" icon={EyeIcon} onPress={() => void look()} isPending={isLooking}>
              {say('people.facts.look')}
            </Button>
          )}
          {shown && (
            <Button look="quiet" icon={EyeOffIcon} onPress={() => setSeen(null)}>
              {say('people.facts.hide')}
            </Button>
          )}
          {known.maySeeLooks && !isPast && (
            <Button look="quiet" onPress={() => setShowsLooks(true)}>
              {say('people.facts.looks')}
            </Button>
          )}
        </span>
      </div>
      {shown && (
        <ul className="flex flex-col">
          {shown.map((fact) => (
            <li key={fact.id}>
              <FactRow
                fact={fact}
                isPast={isPast}
                onCorrect={() => {
                  setSeen(null);
                  onCorrect(fact);
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {showsLooks && <LooksDialog customer={customer} onClose={() => setShowsLooks(false)} />}
    </div>
  );
}
