/** C++ of one library in the published JSON document. Names are counted by class, and the first of each are given. */
import { about, count, listOf, named, object, oneOf, optional, orNull, text, type Of } from "../describe.ts";
import { evidenceShape, firstSymbols, groupJson, groupOf } from "./names-json.ts";
import type { CxxFacts, CxxNames } from "../../facts/code-facts.ts";
import type { CxxReading } from "../../core/readings/readings.ts";
import { plainText } from "../../core/sentence.ts";

const cxxNamesShape = named(
  "cxx_names",
  "C++ names of one side of a library by the ABI they belong to; classes without names are absent.",
  {
    new: optional(groupOf("Names of the std::string of GCC 5 and newer (std::__cxx11, the abi tag cxx11).")),
    old: optional(
      groupOf(
        "Names of the copy-on-write std::string, or of another type in its old form; those in stray left out.",
      ),
    ),
    both: optional(groupOf("Names with types of both ABIs.")),
    libcxx: optional(groupOf("Names of libc++ (std::__1 and the like).")),
    stray: optional(groupOf("Old names that code of the new ABI has too: no evidence for the old one.")),
    neutral: count("Number of names that are the same in both ABIs."),
  },
);

const flavours = ["new", "old", "both", "libc++", "none"] as const;

export const cxxShape = named("cxx", "The C++ ABI of one library.", {
  flavour: oneOf("The std::string ABI; none: no name that would tell.", flavours),
  basis: oneOf("What decided it.", ["runtime-imports", "own-interface", "other-imports", "nothing"]),
  imports: oneOf("The ABI of what it imports.", flavours),
  own: oneOf("The ABI of its own interface.", flavours),
  runtime: object("Where its C++ runtime comes from.", {
    kind: oneOf(
      "system, bundled in the wheel, hybrid (the system's with newer parts linked in), static, libc++ or none.",
      ["system", "bundled", "hybrid", "static", "libc++", "none"],
    ),
    path: orNull(text("The copy in the wheel.")),
    evidence: listOf("What says so, the first pieces.", evidenceShape),
    defined: count("How many names of the C++ runtime the library defines."),
  }),
  sentence: text("The same in a sentence."),
  evidence: listOf("The symbols that decided, then what was set aside; the first pieces.", evidenceShape),
  names: object("Dynamic C++ symbols by side and class.", {
    from_runtime: about("Undefined, bound to a version of the C++ runtime.", cxxNamesShape),
    from_others: about("Undefined otherwise.", cxxNamesShape),
    own: about("Defined, outside of the C++ runtime's namespaces.", cxxNamesShape),
  }),
});
type CxxJson = Of<typeof cxxShape>;

export function cxxJson(reading: CxxReading | null, facts: CxxFacts | null): CxxJson | null {
  if (reading === null || facts === null) return null;
  const { flavour, basis, imports, own, runtime, sentence, evidence } = reading;
  return {
    flavour,
    basis,
    imports,
    own,
    runtime: {
      kind: runtime.kind,
      path: runtime.path,
      evidence: runtime.evidence.slice(0, firstSymbols),
      defined: facts.runtime.count,
    },
    sentence: plainText(sentence),
    evidence: evidence.slice(0, firstSymbols),
    names: {
      from_runtime: cxxNamesJson(facts.fromRuntime),
      from_others: cxxNamesJson(facts.fromOthers),
      own: cxxNamesJson(facts.own),
    },
  };
}

function cxxNamesJson(names: CxxNames): Of<typeof cxxNamesShape> {
  const { new: newer, old, both, libcxx, stray, neutral } = names;
  return {
    ...(newer.count > 0 && { new: groupJson(newer) }),
    ...(old.count > 0 && { old: groupJson(old) }),
    ...(both.count > 0 && { both: groupJson(both) }),
    ...(libcxx.count > 0 && { libcxx: groupJson(libcxx) }),
    ...(stray.count > 0 && { stray: groupJson(stray) }),
    neutral,
  };
}
