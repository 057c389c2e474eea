/** A C++ runtime linked in whose names the whole process can bind to. */
import { type ReadLibrary, judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { exportsRuntime } from "../../readings/cxx/runtime-source.ts";
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  // A program's names are there first in any case, and it brings its own process.
  const exporting = judgedLibraries(context).filter(
    ({ elf }) => elf.cxx !== null && elf.role !== "executable" && exportsRuntime(elf, elf.cxx),
  );
  const paths = exporting.map(({ path }) => path);
  if (paths.length === 0) return null;
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "has", "have")} the C++ runtime linked in and ${verb(paths.length, "exports", "export")} its names, so that other libraries of the process may use this copy instead of theirs.`,
    advice: [
      say`Hide the names of the copy: link with ${code("-static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL")}, or with a version script that exports only the interface.`,
      say`Or link the runtime of the system: the toolsets of PyPA’s images put what it lacks into the library by themselves.`,
    ],
    libraries: paths,
    evidence: exporting.flatMap(evidenceOf),
  };
};

function evidenceOf({ path, elf: { cxx, uniqueExports } }: ReadLibrary): Evidence[] {
  if (cxx === null) return [];
  const { count, staticMarks } = cxx.runtime;
  const unique =
    uniqueExports.count === 0 ? "" : `, ${String(uniqueExports.count)} names are unique in the process`;
  return [
    { in: path, note: `${String(count)} names of the C++ runtime are defined and exported${unique}` },
    ...staticMarks.symbols.map((symbol) => ({
      in: path,
      symbol,
      note: "only the runtime itself defines it",
    })),
  ];
}
