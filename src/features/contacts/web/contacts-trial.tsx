import { byCount, CountList, sumOf } from '#kit/web/file-import/counts.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { Section } from '#kit/web/page.tsx';
import { Notice } from '#kit/web/problem-notice.tsx';
import { Stat } from '#kit/web/stat.tsx';
import type { Analysis, Counts } from './contacts-data.ts';

/** What would become of the contacts that were looked at. */
export function ContactsTrial({ analysis: { trial, trialIsWhole }, isFresh }: { analysis: Analysis; isFresh: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  if (!trial) {
    return (
      <Section title={say('kit.import.trial')}>
        <Notice tone="amber">{say('contacts.trial.missing')}</Notice>
      </Section>
    );
  }
  const setAside = sumOf(trial.setAside);
  return (
    <Section
      title={say('kit.import.trial')}
      lede={say(trialIsWhole ? 'contacts.trial.whole' : 'contacts.trial.part', { read: trial.read })}
    >
      <div className={`flex flex-col gap-6 transition-opacity ${isFresh ? '' : 'opacity-60'}`} aria-busy={!isFresh}>
        {setAside === trial.read && <Notice tone="amber">{say('contacts.trial.none')}</Notice>}
        <dl className="grid max-w-4xl grid-cols-2 gap-x-8 gap-y-6 sm:grid-cols-4">
          <Stat label={say('contacts.count.made')} value={formats.number(trial.made)} />
          <Stat label={say('contacts.count.updated')} value={formats.number(trial.updated)} />
          <Stat label={say('contacts.count.unchanged')} value={formats.number(trial.unchanged)} />
          <Stat label={say('kit.import.aside')} value={formats.number(setAside)} />
        </dl>
        <Beside counts={trial} />
        <CountList title={say('contacts.setAside.why')} counts={trial.setAside} word={(reason) => say(`contacts.reason.${reason}`)} />
        <CountList title={say('contacts.warnings.why')} counts={trial.warnings} word={(reason) => say(`contacts.warning.${reason}`)} />
      </div>
    </Section>
  );
}

/** What comes along with the contacts, and what does not. */
export function Beside({ counts }: { counts: Counts }) {
  const say = useMessages();
  const formats = useFormats();
  const { contactsMade: contacts, organizationsMade: organizations, photos, photosElsewhere } = counts;
  const some = byCount({ contacts, organizations, photos, photosElsewhere });
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
