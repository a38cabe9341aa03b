import { CountList, sumOf } from '#kit/web/file-import/counts.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Stat } from '#kit/web/stat.tsx';
import { DaysBetween, Figures } from './import-counts.tsx';
import type { Analysis } from './import-data.ts';

type Trial = { readonly trial: Analysis['trial']; readonly currency: string; readonly isFresh: boolean };

/** What would become of the lines that were looked at. */
export function ImportTrial({ trial, currency, isFresh }: Trial) {
  const say = useMessages();
  const formats = useFormats();
  if (!trial) {
    return (
      <Section title={say('kit.import.trial')}>
        <p className="text-ink-soft">{say('purchases.import.trial.waiting')}</p>
      </Section>
    );
  }
  const { lines, taken, anonymous, firstDay, lastDay } = trial;
  const setAside = sumOf(trial.setAside);
  return (
    <Section title={say('kit.import.trial')} lede={say('purchases.import.trial.lede', { lines })}>
      <div className={`flex flex-col gap-6 transition-opacity ${isFresh ? '' : 'opacity-60'}`} aria-busy={!isFresh}>
        {taken === 0 ? (
          <Notice tone="amber">{say('purchases.import.trial.none')}</Notice>
        ) : (
          setAside > lines / 10 && <Notice tone="amber">{say('purchases.import.trial.many')}</Notice>
        )}
        <Figures>
          <Stat
            label={say('purchases.import.trial.taken')}
            value={formats.number(taken)}
            note={say('purchases.import.trial.of', { lines })}
          />
          <Stat label={say('kit.import.aside')} value={setAside === 0 ? say('purchases.import.setAside.none') : formats.number(setAside)} />
          <Stat label={say('purchases.import.trial.sum')} value={formats.exactMoney(trial.sum, currency)} />
          {firstDay !== null && lastDay !== null && (
            <Stat label={say('purchases.import.days')} value={<DaysBetween from={firstDay} until={lastDay} />} />
          )}
          {anonymous > 0 && (
            <Stat
              label={say('purchases.import.anonymous')}
              value={formats.number(anonymous)}
              note={say('purchases.import.anonymous.note')}
            />
          )}
        </Figures>
        <CountList
          title={say('purchases.import.setAside.why')}
          counts={trial.setAside}
          word={(reason) => say(`purchases.import.reason.${reason}`)}
        />
        <CountList title={say('purchases.import.rules')} counts={trial.rules} word={(rule) => say(`purchases.import.rule.${rule}`)} />
      </div>
    </Section>
  );
}
