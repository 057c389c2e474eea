/** Where the focus and the scroll position go when what is on the screen changes. */
import { useEffect, useRef, type RefObject } from "react";

/**
 * The heading of a screen takes the focus when the screen appears, so that it is read out and Tab starts there. `scroll`
 * brings it into view; screens begin at their top anyway.
 */
/** The screen that the page loads with: there the browser's own order holds, from the very top. */
let isFirst = true;

export function useFocusOnArrival<T extends HTMLElement>(scroll = false): RefObject<T | null> {
  const heading = useRef<T>(null);
  useEffect(() => {
    if (isFirst) {
      isFirst = false;
      return;
    }
    if (!scroll) window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: !scroll });
  }, [scroll]);
  return heading;
}

const positions = new Map<number, number>();

/** Comes back to where the visitor was, after a look at an explanation. Call after the heading took the focus. */
export function useScrollMemory(key: number): void {
  useEffect(() => {
    const remembered = positions.get(key);
    if (remembered !== undefined) window.scrollTo(0, remembered);
    const remember = (): void => {
      positions.set(key, window.scrollY);
    };
    window.addEventListener("scroll", remember, { passive: true });
    return () => window.removeEventListener("scroll", remember);
  }, [key]);
}
