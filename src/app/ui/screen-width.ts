/** Whether there is room for the table and a library side by side. */
import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 70rem)");

export function useWideScreen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener("change", changed);
      return () => wide.removeEventListener("change", changed);
    },
    () => wide.matches,
  );
}
