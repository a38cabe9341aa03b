import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import type { Icon } from './icons.tsx';
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
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({ look = 'plain', icon: Icon, children, ...rest }: ButtonProps) {
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
  ...rest
}: Omit<ButtonProps, 'children' | 'icon'> & { icon: Icon; label: string }) {
  return (
    <Tooltip text={label}>
      <AriaButton {...rest} aria-label={label} className={`${SHAPE} min-w-field ${LOOKS[look]}`}>
        <Icon />
      </AriaButton>
    </Tooltip>
  );
}

/** For links that look like buttons. */
export function buttonLook(look: Look): string {
  return `${SHAPE} px-4 ${LOOKS[look].replaceAll('data-hovered:', 'hover:').replaceAll('data-pressed:', 'active:')}`;
}
