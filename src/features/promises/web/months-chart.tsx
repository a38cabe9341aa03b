import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import type { Reliability } from './reliability-figures.ts';

type Given = { months: Reliability['months']; onChoose: (day: string) => void };

/** Twelve months beside each other, the last one that which is shown: the share kept of each, within its interval. */
export function MonthsChart({ months, onChoose }: Given) {
  const say = useMessages();
  const formats = useFormats();
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{say('promises.reliability.months')}</h2>
      <ol className="grid grid-cols-12 gap-1 sm:gap-2">
        {months.map(({ month, from, figure }, index) => {
          const text = formats.month(from);
          const told =
            figure.share === null
              ? say('promises.reliability.month.none', { month: text })
              : say('promises.reliability.month', {
                  month: text,
                  share: formats.percent(figure.share),
                  kept: figure.kept,
                  counted: figure.kept + figure.missed,
                });
          return (
            <li key={month} className="min-w-0">
              <button
                type="button"
                title={told}
                aria-current={index === months.length - 1 ? 'true' : undefined}
                onClick={() => onChoose(from)}
                className="group flex w-full cursor-pointer flex-col items-center gap-1 rounded-lg pb-1 text-xs text-ink-soft hover:bg-wash aria-[current=true]:font-semibold aria-[current=true]:text-ink"
              >
                <span className="sr-only">{told}</span>
                <span className="relative block h-32 w-full max-w-10 rounded-md bg-wash" aria-hidden="true">
                  {figure.share !== null && (
                    <>
                      <span
                        className="absolute inset-x-0 rounded-md bg-accent/25"
                        style={{ bottom: `${figure.low * 100}%`, top: `${(1 - figure.high) * 100}%` }}
                      />
                      <span
                        className="absolute inset-x-0 -mb-0.5 h-1 rounded-full bg-accent"
                        style={{ bottom: `${figure.share * 100}%` }}
                      />
                    </>
                  )}
                </span>
                <span aria-hidden="true" className="w-full truncate text-center max-sm:text-[0.625rem]">
                  {formats.monthShort(from)}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
