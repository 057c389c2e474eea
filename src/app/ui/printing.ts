/** Whether the page is being printed: what is folded on the screen, and matters, is opened for paper. */
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

let isPrinting = false;
const listeners = new Set<() => void>();

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) listen("addEventListener");
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) listen("removeEventListener");
  };
}

function listen(how: "addEventListener" | "removeEventListener"): void {
  window[how]("beforeprint", begin);
  window[how]("afterprint", end);
}

const begin = (): void => change(true);
const end = (): void => change(false);

function change(to: boolean): void {
  if (to === isPrinting) return;
  isPrinting = to;
  // The browser takes the page as it stands after this turn.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
}
