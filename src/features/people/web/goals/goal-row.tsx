import { Button, IconButton } from '#kit/web/button.tsx';
import { Message, useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CheckIcon, MoreIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { useGoalWays, type Goal } from './goals.ts';

/** One open goal, and whether it should be thought through again. */
export function GoalRow({ goal, isPast, onChange }: { goal: Goal; isPast: boolean; onChange: () => void }) {
  const say = useMessages();
  const ways = useGoalWays();
  const more = say('people.goals.more', { wish: goal.wish });
  return (
    <article className="flex items-start gap-2 py-row">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h3 className="max-w-prose font-medium">
          <bdi>{goal.wish}</bdi>
        </h3>
        {goal.help !== null && (
          <p className="max-w-prose">
            <Message id="people.goals.helping" values={{ help: <bdi>{goal.help}</bdi> }} />
          </p>
        )}
        {goal.sign !== null && (
          <p className="max-w-prose">
            <Message id="people.goals.seen_by" values={{ sign: <bdi>{goal.sign}</bdi> }} />
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Review goal={goal} />
          {goal.due !== null && !isPast && (
            <Button needs="workWithCustomers" icon={CheckIcon} onPress={() => void ways.review(goal)}>
              {say('people.goals.holds')}
            </Button>
          )}
        </div>
      </div>
      {!isPast && (
        <Menu
          label={more}
          renderTrigger={(door) => <IconButton needs="workWithCustomers" icon={MoreIcon} label={more} {...door} />}
          entries={[
            { text: say('people.goals.change'), run: onChange },
            { text: say('people.goals.reach'), run: () => void ways.end(goal, 'reached') },
            { text: say('people.goals.give_up'), run: () => void ways.end(goal, 'given_up') },
          ]}
        />
      )}
    </article>
  );
}

function Review({ goal }: { goal: Goal }) {
  const say = useMessages();
  const formats = useFormats();
  const on = formats.date(goal.reviewOn);
  if (goal.due === null) return <p className="text-sm text-ink-soft">{say('people.goals.review', { on })}</p>;
  return (
    <p className="max-w-prose min-w-48 flex-1 text-amber">
      {goal.due === 'day' ? (
        say('people.goals.review_due', { on })
      ) : goal.circumstance === null ? (
        say('people.goals.changed_untold')
      ) : (
        <Message id="people.goals.changed" values={{ circumstance: <bdi>{goal.circumstance}</bdi> }} />
      )}
    </p>
  );
}
