/** What a visitor can open, and what that does: files and report documents, shared links, pasted error messages; and the way home. */
import { use, useCallback, useEffect } from "react";
import { inspectError } from "../../facts/inspect-error.ts";
import { loadShare } from "../share/shared/late-shared.ts";
import { loadDiagnose } from "../state/load-parts.ts";
import { SessionContext } from "../state/session-context.ts";
import { hasView, rememberFileName } from "../address/route.ts";
import type { SessionStore } from "../state/session.ts";
import { matchFiles } from "../share/shared/match.ts";
import { useView } from "../state/view.ts";

export interface Opening {
  readonly openFiles: (files: readonly File[]) => void;
  /** Beside what is open. */
  readonly addFiles: (files: readonly File[]) => void;
  /** Text pasted outside of a field is looked at only to see whether it is an error message. */
  readonly openText: (text: string) => void;
  readonly goHome: () => void;
}

export function useOpening(): Opening {
  const store = use(SessionContext);
  if (store === null) throw new Error("no session above this component");
  const show = useView((view) => view.show);
  const setErrorText = useView((view) => view.setErrorText);
  useSharedLink(store);

  const openFiles = useCallback(
    (files: readonly File[]) => {
      const [first] = files;
      if (first === undefined) return;
      if (verified(store, files)) return;
      show({ kind: "local" });
      rememberFileName(first.name);
      if (isDocument(files)) void openDocument(store, first);
      else store.getState().open(files);
    },
    [store, show],
  );

  const addFiles = useCallback(
    (files: readonly File[]) => (isDocument(files) ? openFiles(files) : store.getState().add(files)),
    [store, openFiles],
  );

  const openText = useCallback(
    (text: string) => {
      loadDiagnose().then(
        ({ readMentions }) => {
          if (readMentions(text).length === 0) return;
          setErrorText(text);
          show({ kind: "error" });
        },
        () => undefined,
      );
    },
    [setErrorText, show],
  );

  const goHome = useCallback(() => {
    store.getState().leave();
    show({ kind: "landing" });
  }, [store, show]);

  return { openFiles, addFiles, openText, goHome };
}

/** A report document comes alone. */
const isDocument = (files: readonly File[]): boolean =>
  files.length === 1 && files[0]?.name.toLowerCase().endsWith(".json") === true;

/** Files of a shared report that is on the screen are read in its place; others open as usual. */
function verified(store: SessionStore, files: readonly File[]): boolean {
  const { wheels, origin, verify } = store.getState();
  if (origin.kind !== "shared" || !hasView(useView.getState().route.screen)) return false;
  const meant = matchFiles(
    wheels.map(({ file }) => file),
    files,
  );
  for (const [index, file] of meant) {
    const wheel = wheels[index];
    if (wheel !== undefined) verify(wheel.id, file);
  }
  return meant.size > 0;
}

/** A report document, as the page and the command line save it. */
async function openDocument(store: SessionStore, file: File): Promise<void> {
  const { beginShared, openShared, failShared } = store.getState();
  beginShared(null);
  try {
    const share = await loadShare();
    const outcome = await share.readDocument(file);
    if (outcome.ok) openShared(outcome.value, null);
    else failShared(outcome.error, null);
  } catch (error) {
    failShared(inspectError("engine-crashed", { detail: String(error) }), null);
  }
}

/** Opens the link in the address, once. */
function useSharedLink(store: SessionStore): void {
  const screen = useView((view) => view.route.screen);
  const link = screen.kind === "shared" ? screen.link : null;
  useEffect(() => {
    if (link === null) return;
    const { origin, beginShared, openShared, failShared } = store.getState();
    if (origin.kind === "shared" && origin.link === link) return;
    beginShared(link);
    const isWanted = (): boolean => {
      const now = store.getState().origin;
      return now.kind === "shared" && now.link === link;
    };
    loadShare().then(
      ({ readLink }) => {
        if (!isWanted()) return;
        const outcome = readLink(link);
        if (outcome.ok) openShared(outcome.value, link);
        else failShared(outcome.error, link);
      },
      (error: unknown) => {
        if (isWanted()) failShared(inspectError("engine-crashed", { detail: String(error) }), link);
      },
    );
  }, [link, store]);
}
