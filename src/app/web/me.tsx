import { Button } from '#kit/web/button.tsx';
import type { Door } from '#kit/web/menu-entry.ts';

export type MeLook = 'full' | 'small';

/** The colleague, as the button of their own menu. */
export function Me({ name, look, ...rest }: { name: string; look: MeLook } & Door) {
  return (
    <Button look="quiet" {...rest}>
      <span className={`flex items-center gap-2.5 ${look === 'full' ? '-ms-2' : '-mx-3'}`}>
        <span
          aria-hidden="true"
          className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong"
        >
          {initials(name)}
        </span>
        <bdi className={look === 'full' ? 'max-w-32 truncate' : 'sr-only'}>{name}</bdi>
      </span>
    </Button>
  );
}

function initials(name: string): string {
  const letters = name.split(/\s+/).map((part) => Array.from(part)[0] ?? '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase();
}
