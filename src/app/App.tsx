/** The page: one switch over the address and what is open, with the bar above it. */
import { Suspense, useEffect, useMemo, useState } from "react";
import { usePageKeys } from "./ui/keys.ts";
import { ErrorScreen, Learn, Offline } from "./state/load.ts";
import { DropTarget } from "./input/DropTarget.tsx";
import { ErrorBoundary } from "./ui/ErrorBoundary.tsx";
import { Header } from "./ui/Header.tsx";
import { Shortcuts } from "./ui/Shortcuts.tsx";
import { useSession, useShownWheel } from "./state/session-context.ts";
import { hasView, type Screen } from "./address/route.ts";
import { Landing } from "./input/Landing.tsx";
import { WheelScreens } from "./WheelScreens.tsx";
import { pageTitle } from "./address/title.ts";
import { useOpening } from "./input/use-opening.ts";
import { useView } from "./state/view.ts";

export function App() {
  const wheels = useSession((session) => session.wheels);
  const origin = useSession((session) => session.origin);
  const isOfFiles = useSession(({ origin }) => origin.kind === "files");
  const leave = useSession((session) => session.leave);
  const say = useSession((session) => session.say);
  const shown = useShownWheel();
  const screen = useView((view) => view.route.screen);
  const view = useView(({ route }) => route.view);
  const changeView = useView(({ changeView }) => changeView);
  const showWheel = useView(({ showWheel }) => showWheel);
  const singleKeys = useView(({ singleKeys }) => singleKeys);
  const [keysShown, setKeysShown] = useState(false);
  const { openFiles, addFiles, openText, goHome } = useOpening();

  const isReading = wheels.some(({ phase }) => phase === "waiting" || phase === "reading");
  // Back from the reading leads to the landing page; nobody waits for the rest of it.
  useEffect(() => {
    if (screen.kind === "landing" && isReading) leave();
  }, [screen.kind, isReading, leave]);

  useEffect(() => {
    document.title = pageTitle(screen, wheels, shown);
  }, [screen, wheels, shown]);

  // A link brings its report back; files have to be opened again.
  const unkept = useMemo(
    () => (origin.kind === "shared" && origin.link !== null ? [] : wheels.map(({ file }) => file.name)),
    [origin, wheels],
  );

  // On the screen of a release more wheels of it are dropped; on a report, the next wheel.
  const isAdding = screen.kind === "local" && isOfFiles && wheels.length > 1 && shown === null;

  const isOneOfSeveral = wheels.length > 1 && shown !== null;
  usePageKeys(
    useMemo(
      () => ({
        showKeys: () => setKeysShown(true),
        escape: () => {
          if (!hasView(screen)) return;
          if (view.lib !== null) changeView({ lib: null });
          else if (isOneOfSeveral) showWheel(null);
          else if (isReading) goHome();
        },
      }),
      [screen, isReading, isOneOfSeveral, view.lib, goHome, changeView, showWheel],
    ),
    singleKeys,
  );

  return (
    <>
      <Header onFiles={openFiles} onShowKeys={() => setKeysShown(true)} />
      <ErrorBoundary onReset={goHome}>
        <Suspense fallback={<main id="content" className="page" aria-busy="true" />}>
          <CurrentScreen screen={screen} onFiles={openFiles} onLeave={goHome} />
        </Suspense>
      </ErrorBoundary>
      <DropTarget
        adding={isAdding}
        onFiles={isAdding ? addFiles : openFiles}
        onText={openText}
        onNotice={say}
      />
      <Shortcuts open={keysShown} onClose={() => setKeysShown(false)} />
      <Suspense fallback={null}>
        <Offline idle={!isReading} unkept={unkept} onFiles={openFiles} />
      </Suspense>
    </>
  );
}

interface CurrentScreenProps {
  readonly screen: Screen;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLeave: () => void;
}

function CurrentScreen({ screen, onFiles, onLeave }: CurrentScreenProps) {
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
    case "shared":
      return <WheelScreens screen={screen} onFiles={onFiles} onLeave={onLeave} />;
  }
}
