/** Python's ABI of one library, and of the wheel, in the published JSON document. */
import { about, count, flag, listOf, named, object, oneOf, orNull, text, type Of } from "../describe.ts";
import { firstNames, groupJson, groupOf } from "./names-json.ts";
import type { PythonReading, WheelPython } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

export const pythonShape = named("python", "Python's ABI of one library.", {
  sentence: text("The same in a sentence."),
  stable: flag("All of Python's names it imports are in the stable ABI."),
  floor: orNull(text("The lowest Python whose stable ABI has its stable imports, e.g. 3.7.")),
  floor_symbols: listOf("Imports that set the floor, the first of them.", text("A symbol.")),
  outside: groupOf("Imports outside of the stable ABI."),
  too_new: object("Imports of a stable ABI newer than the one claimed.", {
    count: count("How many there are."),
    symbols: listOf(
      "The first of them.",
      object("An import.", {
        symbol: text("Its name."),
        added: text("The Python that added it to the stable ABI."),
      }),
    ),
  }),
  hints: groupOf("Private names inlined from headers: compiled without the limited API."),
  init: about(
    "The init function; null if the file is no extension module by name.",
    orNull(
      object("What Python looks for.", {
        expected: text("The name that fits the file's."),
        found: listOf("Init functions in the file.", text("A symbol.")),
        fits: flag("Whether the expected one is among them."),
      }),
    ),
  ),
  suffix: orNull(text("What the file name promises, e.g. abi3 or cpython-312; null: a plain .so.")),
});

export const wheelPythonShape = named("wheel_python", "Python's ABI of the wheel.", {
  sentence: text("The same in a sentence."),
  claim: oneOf("What the file name claims.", ["abi3", "abi3t", "version", "none"]),
  claimed_floor: orNull(text("The claimed floor of the stable ABI, e.g. 3.11.")),
  floor: orNull(text("The floor really needed; null if some import is outside of the stable ABI.")),
  free_threaded: flag("For free-threaded Python by its tag."),
  could_be_abi3: flag("For one version of Python, and with nothing outside of the stable ABI."),
});

export function pythonJson(reading: PythonReading | null): Of<typeof pythonShape> | null {
  if (reading === null) return null;
  const { stable, floor, floorSymbols, outside, tooNew, hints, init, suffix } = reading;
  const group = (symbols: readonly string[]) => groupJson({ count: symbols.length, symbols }, firstNames);
  return {
    sentence: plainText(reading.sentence),
    stable,
    floor,
    floor_symbols: floorSymbols.slice(0, firstNames),
    outside: group(outside),
    too_new: { count: tooNew.length, symbols: tooNew.slice(0, firstNames) },
    hints: group(hints),
    init,
    suffix,
  };
}

export function wheelPythonJson(python: WheelPython | null): Of<typeof wheelPythonShape> | null {
  if (python === null) return null;
  return {
    sentence: plainText(python.sentence),
    claim: python.claim,
    claimed_floor: python.claimedFloor,
    floor: python.floor,
    free_threaded: python.freeThreaded,
    could_be_abi3: python.couldBeAbi3,
  };
}
