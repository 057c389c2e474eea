/**
 * Keyboard shortcuts of the whole page. Everything they do is also a visible control; they act by using that control, so a
 * shortcut can never do what a click could not. Single keys are ignored while typing and can be switched off (WCAG 2.1.4).
 */
import { useEffect } from "react";

export interface KeyActions {
  readonly showKeys: () => void;
  /** Escape: closes the library, cancels the reading. */
  readonly escape: () => void;
}

/** For the list of keys. */
export const keyList: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["o", "Ctrl + O"], does: "choose a file" },
  { keys: ["/"], does: "filter the libraries, or the symbols of an open library" },
  { keys: ["↑", "↓", "Home", "End"], does: "move in the table of libraries" },
  { keys: ["←", "→", "↑", "↓"], does: "move among the systems, and among the GPUs" },
  { keys: ["Enter"], does: "open the library" },
  { keys: ["f", "F"], does: "next, previous finding" },
  { keys: ["s"], does: "share the report" },
  { keys: ["Esc"], does: "close the library; cancel the reading" },
  { keys: ["?"], does: "this list" },
];

export function usePageKeys(actions: KeyActions, singleKeys: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]") !== null) return;
      if (event.key === "Escape") return actions.escape();
      if (event.key.toLowerCase() === "o" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return chooseFile();
      }
      if (event.ctrlKey || event.metaKey || !singleKeys || isTyping(event.target)) return;
      const act = singleKey(event.key, actions);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [actions, singleKeys]);
}

function singleKey(key: string, actions: KeyActions): (() => void) | null {
  switch (key) {
    case "o":
      return chooseFile;
    case "/":
      return () => lastVisible("[data-filter]")?.focus();
    case "f":
      return () => stepFinding(1);
    case "F":
      return () => stepFinding(-1);
    case "s":
      return () => lastVisible("[data-share]")?.click();
    case "?":
      return actions.showKeys;
    default:
      return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}

function chooseFile(): void {
  lastVisible("[data-choose-file]")?.click();
}

/** The last in the document is the most specific one: an open library's filter before the table's. */
function lastVisible(selector: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>(selector)].findLast((element) =>
    element.checkVisibility(),
  );
}

function stepFinding(step: 1 | -1): void {
  const findings = [...document.querySelectorAll<HTMLElement>("[data-finding]")];
  const at = findings.findIndex((element) => element === document.activeElement);
  const next = at < 0 ? (step === 1 ? 0 : findings.length - 1) : at + step;
  findings[(next + findings.length) % findings.length]?.focus();
}
