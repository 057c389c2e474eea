/** A wheel for one Python that could serve many: good news, and a hint to try. */
import { limitedApi, pythonTag } from "../python/python-version.ts";
import { code, count, say, tag, version } from "../sentence.ts";
import { finding, type Check } from "./check.ts";

export const couldBeAbi3: Check = ({ readings: { python } }) => {
  const floor = python.wheel?.floor ?? null;
  if (python.wheel?.couldBeAbi3 !== true || floor === null) return null;
  const users = [...python.libraries].filter(([, reading]) => reading.floor !== null);
  // Limited API before 3.2 does not exist, and Pythons that old are out of use; the figure is what the imports ask for.
  return finding("could-be-abi3", {
    sentence: say`Everything that ${count(users.length, "library imports", "libraries import")} of Python is in the stable ABI of ${version(floor)}: one ${tag("abi3")} wheel could likely serve all later versions.`,
    advice: [
      say`Compile with ${code(`Py_LIMITED_API=${limitedApi(floor)}`)} (or a newer version) and tag the wheel ${code(`${pythonTag(floor)}-abi3`)}. Macros and fields of structures leave no import behind, so only the compiler knows for sure.`,
    ],
    libraries: users.map(([path]) => path),
    evidence: users.map(([path, { floorSymbols, floor: own }]) => ({
      in: path,
      ...(floorSymbols[0] === undefined ? {} : { symbol: floorSymbols[0] }),
      note: `stable ABI of ${own ?? floor}`,
    })),
  });
};
