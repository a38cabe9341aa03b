import { useEffect, useRef, useState, type RefObject } from 'react';

type Opening = { place: RefObject<HTMLSpanElement | null>; isOpen: boolean; setOpen: (open: boolean) => void };

/**
 * For what is loaded when it is first pressed for: opens at once, from a button that has the focus, so that the focus comes
 * back there. `place` is an element around the button.
 */
export function useOpening(): Opening {
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const opening = requestAnimationFrame(() => {
      place.current?.querySelector('button')?.focus();
      setOpen(true);
    });
    return () => cancelAnimationFrame(opening);
  }, []);
  return { place, isOpen, setOpen };
}
