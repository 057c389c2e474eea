/**
 * What one library's code was built against: C++ ABI, toolchain, GPU code, Python ABI. Parts with nothing to say are absent. The report
 * has sections of the same names, so these are labelled with the library's name too.
 */
import type { CxxClass } from "../../../facts/code-facts.ts";
import type { LibraryReport } from "../../../core/report.ts";
import { LibraryCxx } from "./LibraryCxx.tsx";
import { LibraryGpu } from "./LibraryGpu.tsx";
import { LibraryPython } from "./LibraryPython.tsx";
import { LibraryToolchain } from "./LibraryToolchain.tsx";

export interface LibraryCodeProps {
  readonly library: LibraryReport;
  /** Leads to the list of symbols, filtered by class and side. */
  readonly onShowClass: (side: "imported" | "exported", cxx: CxxClass) => void;
}

export function LibraryCode({ library, onShowClass }: LibraryCodeProps) {
  const { facts, cxx, toolchain, gpu, python } = library;
  const { elf, path } = facts;
  if (elf === null) return null;
  return (
    <>
      {cxx !== null && <LibraryCxx path={path} reading={cxx} elf={elf} onShowClass={onShowClass} />}
      {toolchain !== null && toolchain.tools.length > 0 && <LibraryToolchain reading={toolchain} />}
      {gpu !== null && <LibraryGpu reading={gpu} elf={elf} />}
      {python !== null && <LibraryPython reading={python} />}
    </>
  );
}
