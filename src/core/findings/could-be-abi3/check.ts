/** A wheel for one Python that could serve many: good news, and a hint to try. */
import { limitedApi } from "../../readings/python/python-version.ts";
import { code, count, say, tag, version } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ readings: { python } }) => {
  const floor = python.wheel?.floor ?? null;
  if (python.wheel?.couldBeAbi3 !== true || floor === null) return null;
  const users = [...python.libraries].filter(([, reading]) => reading.floor !== null);
  return {
    sentence: say`Everything that ${count(users.length, "library imports", "libraries import")} of Python is in the stable ABI of ${version(floor)}: one ${tag("abi3")} wheel could likely serve all later versions. Compile with ${code(`Py_LIMITED_API=${limitedApi(floor)}`)} to know for sure.`,
    libraries: users.map(([path]) => path),
    evidence: users.map(([path, { floorSymbols, floor: own }]) => ({
      in: path,
      ...(floorSymbols[0] === undefined ? {} : { symbol: floorSymbols[0] }),
      note: `stable ABI of ${own ?? floor}`,
    })),
  };
};
