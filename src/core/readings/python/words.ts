/** The sentences of the Python readings. */
import type { PythonReading, WheelPython } from "../readings.ts";
import { type Sentence, count, list, say, tag, version } from "../../sentence.ts";
import { interpreterName, type PythonClaim } from "./claim.ts";

/** `stableCount`: how many names it imports from the stable ABI. */
export function librarySentence(
  reading: Omit<PythonReading, "sentence">,
  stableCount: number,
  pypys: boolean,
): Sentence {
  const { floor, outside, tooNew } = reading;
  if (pypys) return say`Built for PyPy, which has names of its own for Python’s functions.`;
  if (outside.length > 0) {
    return say`Uses ${count(outside.length, "name")} of Python outside of the stable ABI and ${stableCount} in it.`;
  }
  if (floor === null) return say`Uses no function of Python by name.`;
  const late = tooNew.length > 0 ? `, ${String(tooNew.length)} of them newer than the wheel claims` : "";
  return say`Uses only the stable ABI of Python ${version(floor)}: ${count(stableCount, "name")}${late}.`;
}

export function wheelSentence(
  wheel: Omit<WheelPython, "sentence">,
  claim: PythonClaim,
  readings: readonly PythonReading[],
): Sentence {
  const violating = readings.filter(({ stable }) => !stable).length;
  const outside = say`${count(violating, "library", "libraries")} ${violating === 1 ? "uses" : "use"} names of Python outside of the stable ABI`;
  switch (claim.kind) {
    case "abi3":
    case "abi3t": {
      const claimed =
        claim.floor === null
          ? say`Claims ${tag(claim.kind)}`
          : say`Claims ${tag(claim.kind)} from Python ${version(claim.floor)} on`;
      if (violating > 0) return say`${claimed}, but ${outside}.`;
      if (wheel.floor === null) return say`${claimed}.`;
      return readings.some(({ tooNew }) => tooNew.length > 0)
        ? say`${claimed}, but needs the stable ABI of Python ${version(wheel.floor)}.`
        : say`${claimed}; what it imports is in the stable ABI of Python ${version(wheel.floor)}.`;
    }
    case "version": {
      const built =
        claim.interpreters.length === 0
          ? say`Built for one version of Python`
          : say`Built for ${list(claim.interpreters.map(interpreterName))}`;
      if (wheel.couldBeAbi3 && wheel.floor !== null) {
        return say`${built}, with nothing but the stable ABI of Python ${version(wheel.floor)}: it could be ${tag("abi3")}.`;
      }
      return violating > 0 ? say`${built}; ${outside}.` : say`${built}.`;
    }
    case "none":
      if (violating > 0) return say`For no particular Python by its name; ${outside}.`;
      return wheel.floor === null
        ? say`For no particular Python by its name.`
        : say`For no particular Python by its name, with nothing but the stable ABI of Python ${version(wheel.floor)}.`;
  }
}
