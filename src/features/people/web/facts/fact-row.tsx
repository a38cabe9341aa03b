import { useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { IconButton } from '#kit/web/button.tsx';
import { useFormats, useMessages, type Say } from '#kit/web/i18n/language.tsx';
import type { Formats } from '#kit/web/i18n/format.ts';
import { MoreIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import { usualUses } from '../../domain/index.ts';
import { FactHistory } from './fact-history.tsx';
import { useFactWays, type Fact } from './facts.ts';

/** One fact: what, since when and by whom, and what can be done about it. */
export function FactRow({ fact, isPast, onCorrect }: { fact: Fact; isPast: boolean; onCorrect: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const ways = useFactWays();
  const [showsHistory, setShowsHistory] = useState(false);
  const use = usesText(fact, say, formats);
  return (
    <article className="group flex items-start gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <bdi className="max-w-prose break-words">{fact.text}</bdi>
          {fact.sensitivity !== 'ordinary' && <Badge>{say(`people.facts.sensitivity.${fact.sensitivity}`)}</Badge>}
        </p>
        <p className="tabular flex flex-wrap text-sm text-ink-soft *:not-last:after:mx-2 *:not-last:after:content-['·']">
          <time dateTime={fact.learnedOn}>{formats.date(fact.learnedOn)}</time>
          {fact.learnedBy && (
            <span>
              <bdi>{fact.learnedBy.name}</bdi>
            </span>
          )}
          {(fact.source !== 'told' || fact.toldBy !== null) && <span>{sourceText(fact, say)}</span>}
          {use !== null && <span>{use}</span>}
        </p>
        {showsHistory && <FactHistory fact={fact} />}
      </div>
      <Menu
        label={say('people.facts.more', { text: fact.text })}
        renderTrigger={(door) => (
          <IconButton needs="workWithCustomers" icon={MoreIcon} label={say('people.facts.more', { text: fact.text })} {...door} />
        )}
        entries={[
          ...(isPast
            ? []
            : [
                { text: say('people.facts.correct'), run: onCorrect },
                { text: say('people.facts.retire'), run: () => void ways.retire(fact) },
              ]),
          { text: say('people.facts.history'), run: () => setShowsHistory(!showsHistory) },
        ]}
      />
    </article>
  );
}

function sourceText({ source, toldBy }: Fact, say: Say): string {
  const text = say(`people.facts.source.${source}`);
  return toldBy === null ? text : say('people.facts.source_by', { source: text, by: toldBy });
}

/** What it may be used for, where that is not the usual. */
function usesText({ sensitivity, uses }: Fact, say: Say, formats: Formats): string | null {
  if (uses.join() === usualUses(sensitivity).join()) return null;
  if (uses.length === 0) return say('people.facts.for_nothing');
  return say('people.facts.only_for', { uses: formats.list(uses.map((use) => say(`people.facts.use.${use}`))) });
}
