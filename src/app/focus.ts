/** Where the focus goes when what is on the screen changes. */
import { useEffect, useRef, type RefObject } from "react";

/** The heading of a screen takes the focus when the screen appears, so that it is read out and Tab starts there. */
export function useFocusOnArrival<T extends HTMLElement>(): RefObject<T | null> {
  const heading = useRef<T>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}
