import { Button } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Door } from '#kit/web/menu.tsx';

export type MeLook = 'full' | 'small';

/** The colleague, as the button of their own menu. */
export function Me({ name, look, ...rest }: { name: string; look: MeLook } & Door) {
  const say = useMessages();
  return (
    <Button look="quiet" {...rest} {...(look === 'small' ? { 'aria-label': say('shell.me') } : {})}>
      <span className={`flex items-center gap-2.5 ${look === 'full' ? '-ms-2' : '-mx-3'}`}>
        <span className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-strong">
          {initials(name)}
        </span>
        {look === 'full' && <bdi className="max-w-32 truncate">{name}</bdi>}
      </span>
    </Button>
  );
}

function initials(name: string): string {
  const letters = name.split(/\s+/).map((part) => Array.from(part)[0] ?? '');
  return [letters[0], letters.length > 1 ? letters.at(-1) : ''].join('').toUpperCase();
}
