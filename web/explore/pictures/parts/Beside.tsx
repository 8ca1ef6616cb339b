/// <reference lib="dom" />
import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What explains a picture, beside it, or below it where there is no room beside: then it is scrolled to when something else is
 * chosen. `of` says what is chosen.
 */
export function Beside({ of, children }: { of: string; children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  const last = useRef(of);
  useEffect(() => {
    if (last.current === of) return;
    last.current = of;
    const isBelow = matchMedia('(max-width: 1000px)').matches;
    if (of !== '' && isBelow) place.current!.scrollIntoView({ block: 'start' });
  }, [of]);
  return (
    <aside ref={place} aria-live="polite">
      {children}
    </aside>
  );
}
