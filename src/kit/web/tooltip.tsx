import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * A few words about a control, on hover and on keyboard focus; Escape sends them away. Nothing that is needed may stand only
 * here: touch has no hover.
 */
export function Tooltip({
  text,
  answersPress = false,
  children,
}: {
  text: string;
  /** Also said to a thumb. */ answersPress?: boolean;
  children: ReactNode;
}) {
  const place = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState<{ left: number; top: number } | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = () => setAt(under(place.current?.firstElementChild, text.length));
  const hide = () => {
    clearTimeout(rest.current);
    setAt(null);
  };

  useEffect(() => {
    if (at === null) return;
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && setAt(null);
    const moved = () => setAt(null);
    document.addEventListener('keydown', pressed);
    document.addEventListener('scroll', moved, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', pressed);
      document.removeEventListener('scroll', moved, { capture: true });
    };
  }, [at]);

  return (
    <span
      ref={place}
      className="contents"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') rest.current = setTimeout(show, 500);
      }}
      onPointerLeave={(event) => event.pointerType === 'mouse' && hide()}
      onPointerDown={hide}
      onPointerUp={() => answersPress && show()}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
    >
      {children}
      {at && (
        <span
          role="tooltip"
          style={at}
          className="appear fixed z-50 w-max max-w-64 -translate-x-1/2 rounded-md bg-ink px-2.5 py-1.5 text-xs text-paper shadow-lift"
        >
          {text}
        </span>
      )}
    </span>
  );
}

/** Under the control, and inside of the window. */
function under(control: Element | null | undefined, letters: number): { left: number; top: number } | null {
  if (!control) return null;
  const { left, right, bottom, top } = control.getBoundingClientRect();
  // Half of what so many letters take, up to the widest, and a little air.
  const room = Math.min(128, 12 + letters * 3.5) + 8;
  const middle = Math.max(room, Math.min((left + right) / 2, window.innerWidth - room));
  return { left: middle, top: bottom + 40 < window.innerHeight ? bottom + 6 : top - 36 };
}
