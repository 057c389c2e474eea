/**
 * Which `std::string` ABI each library was built for, and where its C++ runtime comes from. The imports that carry a version of
 * libstdc++ decide, since they say what the code was compiled against; then the library's own interface; then what it needs from other
 * libraries. Definitions that belong to the runtime say nothing (libstdc++ manual, "Dual ABI"; measured on wheels of PyPI).
 */
import type { CxxFacts } from "../../../facts/code-facts.ts";
import type { ElfFacts, WheelFacts } from "../../../facts/model.ts";
import type { LinkageMap } from "../../verdict/own-blockers.ts";
import type { CxxFlavour, CxxReading, CxxRuntime } from "../readings.ts";
import { say } from "../../sentence.ts";
import { cxxEvidence, cxxSentence, type Sides } from "./cxx-words.ts";
import { readSides } from "./flavour.ts";
import { exportsRuntime, isRuntimeItself, runtimeSource } from "./runtime-source.ts";

/** By path, for every library with C++ names. */
export function readCxx(facts: WheelFacts, linkage: LinkageMap): ReadonlyMap<string, CxxReading> {
  const libraries = facts.libraries.flatMap(({ path, elf }) =>
    elf === null || elf.cxx === null ? [] : [{ path, elf, cxx: elf.cxx }],
  );
  const copies = new Set(libraries.flatMap(({ path, elf, cxx }) => (exportsRuntime(elf, cxx) ? [path] : [])));
  return new Map(
    libraries.map(({ path, elf, cxx }) => [
      path,
      readLibrary(elf, cxx, runtimeSource(elf, cxx, linkage.get(path) ?? [], copies)),
    ]),
  );
}

function readLibrary(elf: ElfFacts, cxx: CxxFacts, runtime: CxxRuntime): CxxReading {
  const itself = isRuntimeItself(elf);
  if (itself !== null) return runtimeReading(itself);
  const sides = readSides(cxx);
  const { flavour, basis } = decide(sides);
  const reading = { flavour, basis, imports: sides.runtime.flavour, own: sides.own.flavour, runtime };
  return {
    ...reading,
    sentence: cxxSentence(reading, sides),
    evidence: cxxEvidence(reading, sides, cxx),
  };
}

function decide({ runtime, own, others }: Sides): Pick<CxxReading, "flavour" | "basis"> {
  const imports = runtime.flavour;
  if (imports !== "none") {
    const contradicts = own.flavour === "both" || own.flavour === opposite(imports);
    return { flavour: contradicts ? "both" : imports, basis: "runtime-imports" };
  }
  if (own.flavour !== "none") return { flavour: own.flavour, basis: "own-interface" };
  if (others.flavour !== "none") return { flavour: others.flavour, basis: "other-imports" };
  return { flavour: "none", basis: "nothing" };
}

/** `null`: there is none. */
function opposite(flavour: CxxFlavour): CxxFlavour | null {
  return flavour === "new" ? "old" : flavour === "old" ? "new" : null;
}

function runtimeReading(itself: "libstdc++" | "libc++"): CxxReading {
  return {
    flavour: itself === "libc++" ? "libc++" : "none",
    basis: "nothing",
    imports: "none",
    own: "none",
    runtime: { kind: "none", path: null, evidence: [] },
    sentence:
      itself === "libc++"
        ? say`This is libc++, the C++ runtime of LLVM, itself.`
        : say`This is libstdc++, the C++ runtime, itself; it has both forms of everything on purpose.`,
    evidence: [],
  };
}
