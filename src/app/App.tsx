/** The page: one switch over the address and the session's phase, with the bar above it. */
import { Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { usePageKeys } from "./keys.ts";
import { ErrorScreen, Learn, loadDiagnose, ReportScreen } from "./load.ts";
import { DropTarget } from "./parts/DropTarget.tsx";
import { ErrorBoundary } from "./parts/ErrorBoundary.tsx";
import { Header } from "./parts/Header.tsx";
import { Shortcuts } from "./parts/Shortcuts.tsx";
import { useSession } from "./parts/session-context.ts";
import { openFileName, rememberFileName, type Screen } from "./route.ts";
import { Failure } from "./screens/Failure.tsx";
import { Landing } from "./screens/Landing.tsx";
import { Reading } from "./screens/Reading.tsx";
import type { Phase } from "./session.ts";
import { pageTitle } from "./title.ts";
import { useView } from "./view.ts";

export function App() {
  const phase = useSession((session) => session.phase);
  const open = useSession((session) => session.open);
  const leave = useSession((session) => session.leave);
  const say = useSession((session) => session.say);
  const screen = useView((view) => view.route.screen);
  const lib = useView((view) => view.route.view.lib);
  const show = useView((view) => view.show);
  const setErrorText = useView((view) => view.setErrorText);
  const changeView = useView((view) => view.changeView);
  const singleKeys = useView((view) => view.singleKeys);
  const [keysShown, setKeysShown] = useState(false);

  const openFiles = useCallback(
    (files: readonly File[]) => {
      show({ kind: "local" });
      open(files);
      const first = files[0];
      if (first !== undefined) rememberFileName(first.name);
    },
    [open, show],
  );
  // Text pasted outside of a field is looked at only to see whether it is an error message.
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
    leave();
    show({ kind: "landing" });
  }, [leave, show]);

  // Back from the reading leads to the landing page; nobody waits for the rest of it.
  useEffect(() => {
    if (screen.kind === "landing" && phase.phase === "reading") leave();
  }, [screen.kind, phase.phase, leave]);

  useEffect(() => {
    document.title = pageTitle(screen, phase);
  }, [screen, phase]);

  const isReading = phase.phase === "reading";
  usePageKeys(
    useMemo(
      () => ({
        showKeys: () => setKeysShown(true),
        escape: () => {
          if (isReading) goHome();
          else if (lib !== null) changeView({ lib: null });
        },
      }),
      [isReading, lib, goHome, changeView],
    ),
    singleKeys,
  );

  return (
    <>
      <Header onFiles={openFiles} onShowKeys={() => setKeysShown(true)} />
      <ErrorBoundary onReset={goHome}>
        <Suspense fallback={<main id="content" className="page" aria-busy="true" />}>
          <CurrentScreen screen={screen} phase={phase} onFiles={openFiles} onLeave={goHome} />
        </Suspense>
      </ErrorBoundary>
      <DropTarget onFiles={openFiles} onText={openText} onNotice={say} />
      <Shortcuts open={keysShown} onClose={() => setKeysShown(false)} />
    </>
  );
}

interface CurrentScreenProps {
  readonly screen: Screen;
  readonly phase: Phase;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLeave: () => void;
}

function CurrentScreen({ screen, phase, onFiles, onLeave }: CurrentScreenProps) {
  switch (screen.kind) {
    case "landing":
      return <Landing onFiles={onFiles} message={null} />;
    case "unknown":
      return <Landing onFiles={onFiles} message={`There is no page at ${screen.address}.`} />;
    case "error":
      return <ErrorScreen />;
    case "learn":
      return <Learn key={screen.id} id={screen.id} />;
    case "local":
      switch (phase.phase) {
        case "idle":
          return <Landing onFiles={onFiles} message={reloadMessage()} />;
        case "reading":
          return <Reading key={phase.id} phase={phase} onCancel={onLeave} />;
        case "report":
          return <ReportScreen key={phase.id} phase={phase} onFiles={onFiles} />;
        case "failed":
          return (
            <Failure
              key={phase.id}
              file={phase.file}
              error={phase.error}
              onFiles={onFiles}
              onLeave={onLeave}
            />
          );
      }
  }
}

function reloadMessage(): string {
  const name = openFileName();
  return `Local files are not kept. Drop ${name ?? "the wheel"} again to see its report.`;
}
