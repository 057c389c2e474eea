/** Libraries for the `std::string` of GCC before 5 that others share C++ with. */
import type { CxxFacts } from "../../../facts/code-facts.ts";
import { type ReadLibrary, judgedLibraries } from "../../check-context.ts";
import type { CxxReading } from "../../readings/readings.ts";
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { cxx: readings } = context.readings;
  const old = judgedLibraries(context).filter((library) => sharesOldCxx(library, readings.get(library.path)));
  const paths = old.map(({ path }) => path);
  if (paths.length === 0) return null;
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "shares", "share")} C++ of the old ${code("std::string")} ABI with other libraries; code built with today’s defaults does not fit.`,
    advice: [
      say`Nothing has to change as long as all C++ code that meets in one process is built alike. Whoever links to these libraries compiles with ${code("-D_GLIBCXX_USE_CXX11_ABI=0")}.`,
      say`To change over, build in the manylinux_2_28 image or newer; the toolset of the manylinux2014 image has only the old ABI.`,
    ],
    libraries: paths,
    evidence: old.flatMap(({ path }) =>
      (readings.get(path)?.evidence ?? [])
        .filter(({ symbol }) => symbol !== undefined)
        .slice(0, 2)
        .map((each) => ({ in: path, ...each })),
    ),
  };
};

/** A program concerns nobody else, nor does an extension that asks no library for such names: nothing links to it. */
function sharesOldCxx({ elf }: ReadLibrary, reading: CxxReading | undefined): boolean {
  if (elf.cxx === null || reading?.flavour !== "old" || elf.role === "executable") return false;
  return elf.cxx.fromOthers.old.count > 0 || (elf.role === "shared-library" && hasInterface(elf.cxx));
}

/** Names of its own: even without a string in them they may pass data that holds one. */
const hasInterface = ({ own }: CxxFacts): boolean => own.old.count > 0 || own.scopes.length > 0;
