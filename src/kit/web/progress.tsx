import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from './button.tsx';
import { useMessages } from './i18n/language.tsx';

/** Long work. Without a share it only says that something is happening. */
export function ProgressBar(given: {
  label: string;
  /** From 0 to 1; undefined while nobody knows. */
  share?: number | undefined;
  /** What is done so far, in words: "120,000 of 541,909 lines". */
  note?: string;
  onCancel?: () => void;
}) {
  const say = useMessages();
  const known = given.share !== undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <AriaProgressBar
        aria-label={given.label}
        isIndeterminate={!known}
        {...(known ? { value: (given.share ?? 0) * 100 } : {})}
        className="flex min-w-48 grow flex-col gap-2"
      >
        {({ percentage, valueText }) => (
          <>
            <div className="flex justify-between gap-4 text-sm">
              <span>
                <span className="font-medium">{given.label}</span>
                {given.note !== undefined && <span className="text-ink-soft"> · {given.note}</span>}
              </span>
              <span className="tabular text-ink-soft">{known ? valueText : ''}</span>
            </div>
            <div className="relative h-2 overflow-hidden rounded-full bg-line">
              {known ? (
                <div
                  className="absolute inset-y-0 start-0 rounded-full bg-accent transition-[width] duration-300"
                  style={{ width: `${percentage ?? 0}%` }}
                />
              ) : (
                <div className="sway absolute inset-y-0 w-2/5 rounded-full bg-accent" />
              )}
            </div>
          </>
        )}
      </AriaProgressBar>
      {given.onCancel && (
        <Button look="quiet" onPress={given.onCancel}>
          {say('kit.cancel')}
        </Button>
      )}
    </div>
  );
}
