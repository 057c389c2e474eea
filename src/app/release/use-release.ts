/** The wheels of the session as a release: made again when one more has been read, not with every step of a reading. */
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { readRelease } from "../../core/release/read-release.ts";
import type { Release, ReleaseInput } from "../../core/release/release.ts";
import { useSession } from "../state/session-context.ts";
import type { Wheel } from "../state/wheel.ts";

export interface OpenRelease {
  readonly release: Release;
  /** Key of the wheel that stands behind a row, by the row's `index`. */
  readonly keys: readonly string[];
}

export function useRelease(): OpenRelease {
  const inputs = useSession(useShallow(({ wheels }) => wheels.map(inputOf)));
  const allKeys = useSession(useShallow(({ wheels }) => wheels.map(({ key }) => key)));
  return useMemo(() => {
    const settled = inputs.flatMap((input, index) => (input === null ? [] : [{ input, index }]));
    return {
      release: readRelease(settled.map(({ input }) => input)),
      keys: settled.map(({ index }) => allKeys[index] ?? ""),
    };
  }, [inputs, allKeys]);
}

/** The same object for the same report, so that it can be seen that nothing changed. Null: nothing to show yet. */
const known = new WeakMap<object, ReleaseInput>();

function inputOf(wheel: Wheel): ReleaseInput | null {
  if (wheel.phase !== "report" && wheel.phase !== "failed") return null;
  const cause = wheel.phase === "report" ? wheel.report : wheel.error;
  let input = known.get(cause);
  if (input === undefined) {
    input =
      wheel.phase === "report"
        ? { kind: "report", report: wheel.report }
        : { kind: "unread", fileName: wheel.file.name, sizeBytes: wheel.file.sizeBytes, error: wheel.error };
    known.set(cause, input);
  }
  return input;
}
