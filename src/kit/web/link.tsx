import { Link as RouterLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonLook } from './button.tsx';
import type { Icon } from './icons.tsx';

type Address = {
  /** A path inside Tend: `/customers/0192…`. */
  to: string;
  /** The query of the address; a function gets the present one. */
  search?: Readonly<Record<string, string | number | undefined>>;
};

type LinkProps = Address & {
  /** `text` in running text, `name` for names that lead to their page, `bare` to bring one's own classes. */
  look?: 'text' | 'name' | 'bare';
  className?: string;
  children: ReactNode;
  'aria-label'?: string;
  /** When somebody follows it, before they are there. */
  onFollow?: () => void;
  'data-row-link'?: boolean;
};

const LOOKS = {
  text: 'text-accent underline decoration-accent/35 underline-offset-[0.2em] hover:decoration-accent',
  name: 'font-medium text-ink hover:text-accent hover:underline decoration-accent/40 underline-offset-[0.2em]',
  bare: '',
} as const;

/** A link inside Tend. The page behind it is fetched when the pointer comes near. */
export function Link({ look = 'text', className = '', to, search, onFollow, children, ...rest }: LinkProps) {
  return (
    <RouterLink {...rest} {...(onFollow ? { onClick: onFollow } : {})} {...addressed(to, search)} className={`${LOOKS[look]} ${className}`}>
      {children}
    </RouterLink>
  );
}

/** Goes somewhere, and is as weighty as a button. */
export function ButtonLink(given: Address & { look?: 'main' | 'plain' | 'quiet'; icon?: Icon; children: ReactNode }) {
  const { icon: Icon } = given;
  return (
    <RouterLink {...addressed(given.to, given.search)} className={buttonLook(given.look ?? 'plain')}>
      {Icon && <Icon className="-ms-1 size-[1.125rem]" />}
      {given.children}
    </RouterLink>
  );
}

/** A file of our server. */
export function DownloadLink(given: { href: string; children: ReactNode }) {
  return (
    <a href={given.href} download className={LOOKS.text}>
      {given.children}
    </a>
  );
}

/** Addresses are texts here, since a feature does not know the routes of the others. */
function addressed(to: string, search: Address['search']): { to: string } {
  return (search === undefined ? { to } : { to, search }) as { to: string };
}
