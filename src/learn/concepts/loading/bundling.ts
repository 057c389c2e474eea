import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { pep600, pep770, thread } from "../../sources.ts";

export const bundling: ConceptText = {
  summary: "How a wheel brings its own libraries, and how the loader is told where they are.",
  whatItIs: [
    say`A wheel may not count on a library that the policy does not list; OpenSSL or a BLAS has to come along. Linking it statically is one way. The other is to put the shared library into the wheel and to write into the files that need it where it lies.`,
    say`That place is RPATH or its successor RUNPATH, a list of directories inside the ELF file. ${code("$ORIGIN")} stands for the directory of the file itself, so that ${code("$ORIGIN/../shapely.libs")} is right wherever the package is installed. RUNPATH gives way to ${code("LD_LIBRARY_PATH")} and serves only the file’s own needs; RPATH comes first and is inherited by the libraries loaded for it.`,
    say`${code("auditwheel repair")} does all of it: it copies each foreign library to ${code("NAME.libs")}, gives the copy a unique name by a hash (${library("libcudart-09529672.so.12.6.77")}), corrects the names and search paths with patchelf, and writes the tag that now fits. This is also called grafting or vendoring.`,
  ],
  whyItBreaks: [
    say`A path of the build machine in RPATH leads nowhere, or somewhere it should not. A library that lies in the wheel where no path leads is found only if another module loaded it before.`,
    say`The unique name is no luxury: the loader takes a library of a needed name from wherever it was loaded first. Two wheels with a ${library("libfoo.so.1")} of different make would share one.`,
    say`A copy in the wheel no longer follows the system’s updates; a hole in it stays until there is a new release. Several copies in one process double their state: with two OpenMP runtimes, for instance, each starts its own threads.`,
    say`Static or copied, the licence of the library has to allow it.`,
  ],
  howToFix: [
    say`Run ${code("auditwheel repair")} on the finished wheel, as cibuildwheel does, and leave out with ${code("--exclude")} what another wheel or the driver brings.`,
    say`Set relative paths with ${code("$ORIGIN")} at link time, or afterwards: ${code("patchelf --set-rpath '$ORIGIN/../NAME.libs' FILE.so")}.`,
    say`Say what is inside: auditwheel since 6.5 and maturin write a list of the copied libraries (SBOM) into the metadata.`,
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep -E 'NEEDED|RPATH|RUNPATH'",
      shows: "A copied library under its unique name, and the path that leads to it.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libcudart-09529672.so.12.6.77]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN/../runtime_grafted.libs]`,
      measuredOn: "runtime_grafted: runtime_grafted/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "auditwheel show FILE.whl",
      shows: "“external shared libraries”: what is needed and neither allowed nor in the wheel.",
      output: `missing_library-1.0-cp312-cp312-manylinux_2_17_x86_64.whl is
consistent with the following platform tag: "linux_x86_64".
…
The following external shared libraries are required by the wheel:
{
    "libfoo.so.1": null
}
…`,
      measuredOn: "missing_library",
    },
  ],
  sources: [
    SOURCES.auditwheel,
    SOURCES.ldso,
    pep600,
    pep770,
    thread("pypa/auditwheel", 76, "libraries that come from another wheel"),
  ],
  findings: [
    "library-missing",
    "library-not-allowed",
    "library-unreachable",
    "build-path-in-rpath",
    "rpath-outside-wheel",
    "several-openmp",
    "gpu-library-modified",
  ],
  concepts: ["loading-libraries", "libraries-across-wheels", "manylinux"],
};
