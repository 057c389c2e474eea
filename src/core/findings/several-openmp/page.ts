import { READ_DYNAMIC } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "OpenMP needs a runtime library that keeps a pool of threads: libgomp of GCC, libiomp5 of Intel, libomp of LLVM. Libraries of this wheel bring or need more than one of them, or two copies of one.",
  whyItBreaks:
    "Each runtime starts as many threads as there are processors and knows nothing of the others, so the program slows down when they take turns. Intel's and LLVM's are the same code under two names: with both at work the process stops with “OMP: Error #15”, hangs or crashes.",
  howToFix: [
    "Build all parts with the OpenMP of one compiler, and link the copy of a prebuilt part (a BLAS, say) against the same.",
    "Bundle one copy: run auditwheel repair once over the finished wheel. Copies with different hashes in their names come from different builds.",
    "MKL chooses at run time: MKL_THREADING_LAYER=GNU makes it use libgomp.",
  ],
  seeYourself: [
    READ_DYNAMIC,
    {
      command: "python -m threadpoolctl -i PACKAGE",
      shows: "Every OpenMP runtime and BLAS that is loaded once the package is imported.",
    },
  ],
  sources: [
    { title: "threadpoolctl", address: "https://github.com/joblib/threadpoolctl" },
    { title: "LLVM/OpenMP documentation", address: "https://openmp.llvm.org/" },
  ],
  background: ["bundling"],
};
