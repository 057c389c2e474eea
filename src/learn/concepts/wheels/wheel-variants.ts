import { code, say, tag } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { pep, pep817, pep825, repository } from "../../sources.ts";

export const wheelVariants: ConceptText = {
  summary: "A draft: wheels that say which GPU, processor level or library they are for.",
  whatItIs: [
    say`A platform tag knows three things: operating system, age of the C library, processor. It does not know whether there is a GPU, which CUDA the driver supports, whether the processor has AVX2, or which release of PyTorch an extension was built for. Environment markers, the conditions in ${code("Requires-Dist")}, know none of it either.`,
    say`Projects help themselves: other package names (${code("-cu12")}), other versions (${code("+cu130")}), other indexes, a selector on the web page. The drafts PEP 817 and PEP 825 propose to put it into the file instead: a label after the platform tag, as in ${code("…-manylinux_2_28_x86_64-cu13.whl")}, and a file ${code("variant.json")} in the metadata that says what the label means. A further draft, PEP 850, is about how an installer learns which of them fit the machine.`,
  ],
  whyItBreaks: [
    say`Today the wrong build is installed without a word. A wheel for CUDA 13 goes onto a machine whose driver stops at 12; a wheel compiled for x86-64-v3 goes onto an older processor and dies with an illegal instruction.`,
    say`The proposals are not final (as of November 2026). Tools without support for them take the label for an error in the name, and PyPI does not accept such names yet. A label may also promise what the binaries do not hold: no tool known to us compares ${code("variant.json")} with the GPU code inside.`,
  ],
  howToFix: [
    say`Until there is a standard: one wheel that serves all. Choose code paths at run time, link CUDA so that the import works without a GPU, and give the plain tag what runs everywhere.`,
    say`Where builds have to differ, let the name of the package say so, and let the wheel itself keep to its tag: ${tag("x86_64")} means the first x86-64 processors.`,
    say`Those who try variants should keep a wheel without a label, so that older installers find one.`,
  ],
  seeYourself: [
    {
      command: "unzip -p FILE.whl '*.dist-info/variant.json'",
      shows: "What a variant wheel says of itself; “filename not matched” in all others.",
    },
    {
      command: "nvidia-smi",
      shows:
        "In its heading, the driver’s version and the newest CUDA it supports: what a variant would have to match.",
    },
  ],
  sources: [
    pep817,
    pep825,
    pep(850, "Wheel Variants: Providers"),
    pep(508, "Dependency specification for Python Software Packages"),
    repository("wheelnext/variantlib", "the reference implementation"),
  ],
  findings: ["isa-above-baseline", "wheel-variant", "wheel-name-invalid", "cuda-library-undeclared"],
  concepts: ["cuda-in-wheels", "architectures", "debate-of-2019"],
};
