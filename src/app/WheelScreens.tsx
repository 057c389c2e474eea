/** What is open: one wheel by its phase, or all wheels of a release. */
import { Suspense } from "react";
import { SharedBanner, SharedFailure } from "./share/shared/late-shared.ts";
import { ReleaseScreen, ReportScreen } from "./state/load.ts";
import { useSession, useShownWheel } from "./state/session-context.ts";
import { openFileName, type Screen } from "./address/route.ts";
import type { Origin } from "./state/session.ts";
import { Failure } from "./input/Failure.tsx";
import { Landing } from "./input/Landing.tsx";
import { Reading } from "./input/Reading.tsx";

interface WheelScreensProps {
  readonly screen: Extract<Screen, { kind: "local" | "shared" }>;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onLeave: () => void;
}

export function WheelScreens(props: WheelScreensProps) {
  const origin = useSession((session) => session.origin);
  const isShared = origin.kind === "shared" && isOf(props.screen, origin) && origin.report !== null;
  return (
    <>
      {isShared && (
        <Suspense fallback={null}>
          <SharedBanner />
        </Suspense>
      )}
      <OpenScreen {...props} />
    </>
  );
}

function OpenScreen({ screen, onFiles, onLeave }: WheelScreensProps) {
  const wheels = useSession((session) => session.wheels);
  const origin = useSession((session) => session.origin);
  const cancel = useSession((session) => session.cancel);
  const shown = useShownWheel();
  if (!isOf(screen, origin)) {
    if (screen.kind === "shared") return <Opening />;
    return <Landing onFiles={onFiles} message={reloadMessage()} />;
  }
  if (origin.kind === "shared" && origin.error !== null) {
    return <SharedFailure error={origin.error} link={origin.link} onFiles={onFiles} onLeave={onLeave} />;
  }
  if (wheels.length === 0) {
    if (origin.kind === "none") return <Landing onFiles={onFiles} message={reloadMessage()} />;
    return <Opening />;
  }
  if (shown === null || shown.phase === "cancelled") return <ReleaseScreen />;
  switch (shown.phase) {
    case "waiting":
    case "reading":
      return (
        <Reading
          key={shown.id}
          wheel={shown}
          // A shared report stays when its verification is cancelled.
          onCancel={wheels.length === 1 && origin.kind !== "shared" ? onLeave : () => cancel(shown.id)}
        />
      );
    case "report":
      return <ReportScreen key={shown.id} wheel={shown} />;
    case "failed":
      return (
        <Failure key={shown.id} file={shown.file} error={shown.error} onFiles={onFiles} onLeave={onLeave} />
      );
  }
}

/** A link is being decoded, or a document read; neither takes long. */
const Opening = () => <main id="content" className="page" aria-busy="true" />;

/** Whether what is open is what the address means. Files of this device and report documents have no address of their own. */
function isOf(screen: WheelScreensProps["screen"], origin: Origin): boolean {
  if (screen.kind === "shared") return origin.kind === "shared" && origin.link === screen.link;
  return origin.kind !== "shared" || origin.link === null;
}

function reloadMessage(): string {
  const name = openFileName();
  return `Local files are not kept. Drop ${name ?? "the wheel"} again to see its report.`;
}
