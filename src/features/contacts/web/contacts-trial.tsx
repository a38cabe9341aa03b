import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Stat } from '#kit/web/stat.tsx';
import { byCount, sumOf, type Analysis, type Counts } from './contacts-data.ts';

/** What would become of the contacts that were looked at. */
export function ContactsTrial({ analysis: { trial, trialIsWhole }, isFresh }: { analysis: Analysis; isFresh: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  if (!trial) {
    return (
      <Section title={say('contacts.trial')}>
        <Notice tone="amber">{say('contacts.trial.missing')}</Notice>
      </Section>
    );
  }
  const setAside = sumOf(trial.setAside);
  return (
    <Section title={say('contacts.trial')} lede={say(trialIsWhole ? 'contacts.trial.whole' : 'contacts.trial.part', { read: trial.read })}>
      <div className={`flex flex-col gap-6 transition-opacity ${isFresh ? '' : 'opacity-60'}`} aria-busy={!isFresh}>
        {setAside === trial.read && <Notice tone="amber">{say('contacts.trial.none')}</Notice>}
        <dl className="grid max-w-4xl grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
          <Stat label={say('contacts.count.made')} value={formats.number(trial.made)} />
          <Stat label={say('contacts.count.updated')} value={formats.number(trial.updated)} />
          <Stat label={say('contacts.count.unchanged')} value={formats.number(trial.unchanged)} />
          <Stat label={say('contacts.count.setAside')} value={formats.number(setAside)} />
        </dl>
        <Beside counts={trial} />
        <Whys counts={trial} />
      </div>
    </Section>
  );
}

/** What comes along with the contacts, and what does not. */
export function Beside({ counts }: { counts: Counts }) {
  const say = useMessages();
  const formats = useFormats();
  const all = { contacts: counts.contactsMade, organizations: counts.organizationsMade, photos: counts.photos };
  const some = byCount(all).filter(([, count]) => count > 0);
  if (some.length === 0) return null;
  return (
    <ul className="text-ink-soft">
      {some.map(([what, count]) => (
        <li key={what}>
          <span className="tabular">{formats.number(count)}</span> {say(`contacts.count.${what}`)}
        </li>
      ))}
    </ul>
  );
}

/** Why rows are set aside, and what is left out of those that come in. */
export function Whys({ counts }: { counts: Counts }) {
  const say = useMessages();
  return (
    <>
      <Reasons title={say('contacts.setAside.why')} counts={counts.setAside} word={(reason) => say(`contacts.reason.${reason}`)} />
      <Reasons title={say('contacts.warnings.why')} counts={counts.warnings} word={(reason) => say(`contacts.warning.${reason}`)} />
    </>
  );
}

function Reasons({ title, counts, word }: { title: string; counts: Readonly<Record<string, number>>; word: (reason: string) => string }) {
  const formats = useFormats();
  if (sumOf(counts) === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <ul className="flex max-w-prose flex-col divide-y divide-line">
        {byCount(counts).map(([reason, count]) => (
          <li key={reason} className="flex items-baseline justify-between gap-6 py-1.5">
            <span>{word(reason)}</span>
            <span className="tabular">{formats.number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
