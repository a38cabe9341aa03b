import { useId, type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { Icon } from './icons.tsx';
import { useRight, type Right } from './right.ts';
import { Tooltip } from './tooltip.tsx';

type Look = 'main' | 'plain' | 'quiet' | 'danger';

const LOOKS: Readonly<Record<Look, string>> = {
  main: 'bg-accent text-on-accent data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
  plain: 'border border-line-strong/60 bg-sheet text-ink data-hovered:border-line-strong data-hovered:bg-wash',
  quiet: 'text-ink-soft data-hovered:bg-wash data-hovered:text-ink data-pressed:bg-wash',
  danger: 'border border-red/50 bg-sheet text-red data-hovered:bg-red-soft',
};

const SHAPE =
  'inline-flex min-h-field items-center justify-center gap-2 rounded-lg text-sm font-medium whitespace-nowrap transition-colors ' +
  'data-disabled:opacity-45 data-pending:opacity-70';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** `main` at most once a view. */
  look?: Look;
  icon?: Icon;
  /** Without this right it stays in its place and says why it cannot be used. */
  needs?: Right;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = 'plain', icon: Icon, needs, children, ...rest }: ButtonProps) {
  const { may, reason } = useRight(needs);
  if (!may)
    return (
      <RefusedButton reason={reason} className={`px-4 ${LOOKS[look]}`} label={rest['aria-label']}>
        {Icon && <Icon className="-ms-1 size-[1.125rem]" />}
        {children}
      </RefusedButton>
    );
  return (
    <AriaButton {...rest} className={`${SHAPE} px-4 ${LOOKS[look]}`}>
      {Icon && <Icon className="-ms-1 size-[1.125rem]" />}
      {children}
    </AriaButton>
  );
}

/** A button of one icon. Its label is its name and its tooltip. */
export function IconButton({
  look = 'quiet',
  icon: Icon,
  label,
  needs,
  ...rest
}: Omit<ButtonProps, 'children' | 'icon'> & { icon: Icon; label: string }) {
  const { may, reason } = useRight(needs);
  if (!may)
    return (
      <RefusedButton reason={reason} className={`min-w-field ${LOOKS[look]}`} label={label}>
        <Icon />
      </RefusedButton>
    );
  return (
    <Tooltip text={label}>
      <AriaButton {...rest} aria-label={label} className={`${SHAPE} min-w-field ${LOOKS[look]}`}>
        <Icon />
      </AriaButton>
    </Tooltip>
  );
}

/** Not mute: whoever comes by pointer, key or thumb is told who may do this. */
function RefusedButton(given: { reason: string; className: string; label: string | undefined; children: ReactNode }) {
  const id = useId();
  return (
    <Tooltip text={given.reason} answersPress>
      <button
        type="button"
        aria-disabled="true"
        aria-describedby={id}
        {...(given.label === undefined ? {} : { 'aria-label': given.label })}
        className={`${SHAPE} cursor-default opacity-45 ${given.className}`}
      >
        {given.children}
        <span id={id} hidden>
          {given.reason}
        </span>
      </button>
    </Tooltip>
  );
}

/** For links that look like buttons. */
export function buttonLook(look: Look): string {
  return `${SHAPE} px-4 ${LOOKS[look].replaceAll('data-hovered:', 'hover:').replaceAll('data-pressed:', 'active:')}`;
}
