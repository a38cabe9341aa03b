import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';

/** How a customer felt, from 1 to 5: a word, with the figure drawn beside it. */
export function Pulse({ pulse }: { pulse: number }) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className="flex gap-0.5">
        {[1, 2, 3, 4, 5].map((step) => (
          <span key={step} className={`size-1.5 rounded-full ${step <= pulse ? 'bg-accent' : 'bg-line-strong/40'}`} />
        ))}
      </span>
      <span>{say(`conversations.pulse.${pulse}`)}</span>
      <span className="sr-only">{say('conversations.pulse.of', { pulse: formats.number(pulse) })}</span>
    </span>
  );
}
