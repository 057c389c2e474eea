/** What the report says of the code beyond the verdict. A part of the program of its own (late-parts.ts); a section with nothing to say is absent. */
import type { Report } from "../../../core/report.ts";
import { AcceleratorLibraries } from "../gpu/AcceleratorLibraries.tsx";
import { CxxAbi } from "./CxxAbi.tsx";
import { GpuCode } from "../gpu/GpuCode.tsx";
import { presentSections } from "./present.ts";
import { PythonAbi } from "./PythonAbi.tsx";
import { Systems } from "../systems/Systems.tsx";
import { Toolchain } from "./Toolchain.tsx";

export function CodeSections({ report }: { readonly report: Report }) {
  const present = new Set(presentSections(report).map(({ id }) => id));
  const { gpu, accelerators, python } = report;
  return (
    <>
      {present.has("systems") && <Systems report={report} />}
      {gpu !== null && <GpuCode report={report} gpu={gpu} />}
      {accelerators !== null && (
        <AcceleratorLibraries accelerators={accelerators} withDriver={gpu === null} />
      )}
      {present.has("cxx") && <CxxAbi report={report} />}
      {python !== null && <PythonAbi report={report} python={python} />}
      {present.has("toolchain") && <Toolchain report={report} />}
    </>
  );
}
