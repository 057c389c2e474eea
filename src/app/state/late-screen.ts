/** Components whose part of the program is fetched later, or has been by then. */
import { createElement, lazy, useState, type ComponentType } from "react";

/**
 * A screen that is shown at once when its part is here already. `lazy` alone would show its fallback first even then, and
 * React holds back whatever follows a fallback for 300 ms.
 */
export function lateScreen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null;
  const fetched = (): Promise<ComponentType<Props>> => load().then((screen) => (loaded = screen));
  const Late = lazy(() => fetched().then((screen) => ({ default: screen })));
  function LateScreen(props: Props) {
    // Chosen once: a screen that is up is not mounted a second time when its part arrives.
    const [Screen] = useState<ComponentType<Props>>(() => loaded ?? Late);
    return createElement(Screen, props);
  }
  return Object.assign(LateScreen, { fetched });
}
