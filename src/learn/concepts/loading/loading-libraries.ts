import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, say, symbol } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { importOrder } from "../../sources.ts";

export const loadingLibraries: ConceptText = {
  summary: "What happens between “import” and the first function: find, compare versions, join names.",
  whatItIs: [
    say`Compiled code on Linux comes in ELF files. Such a file lists the libraries it needs (NEEDED), the names it takes from others (undefined symbols) and those it offers (defined symbols). For ${code("import numpy")} Python asks the system’s loader to open the extension module, looks up one function in it, ${symbol("PyInit_…")}, and calls it.`,
    say`The loader works in three steps. It finds each needed library: one with that name that is in the process already, else along RPATH in the file, ${code("LD_LIBRARY_PATH")}, RUNPATH in the file, and the system’s directories. It compares versions: everything on the file’s list must be defined by the library found. It joins names: each undefined symbol is bound to a definition.`,
    say`The functions of Python itself are not in any library that the module needs. They come from the running interpreter, which is why an extension must not be linked to libpython.`,
  ],
  whyItBreaks: [
    say`Each step has its message. “cannot open shared object file: No such file or directory”: not found. “version … not found (required by …)”: too old. “undefined symbol: …”: nobody offers that name.`,
    say`A name is taken from the first library in the search order that offers it. Python opens modules apart from one another (${code("RTLD_LOCAL")}), so that they do not serve each other by accident; but what they share, and objects of which a process keeps only one (${code("STB_GNU_UNIQUE")}), can still join what does not belong together. Then a crash comes and goes with the order of imports.`,
    say`Some files ask for more than libraries: an executable stack, which glibc from 2.41 on does not grant to a library that is opened later; room in a small fixed block for thread-local variables; pages no larger than those they were aligned for; changes to their own code while loading.`,
  ],
  howToFix: [
    say`Give every needed library a place: in the wheel with an RPATH that reaches it, on the policy’s list, or in another wheel that is required.`,
    say`Export little: hidden visibility, a version script, ${code("-Wl,--exclude-libs,ALL")} for static archives. What is not offered cannot be taken.`,
    say`Test the import on a bare system of the oldest kind you support, with nothing imported before.`,
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep -E 'NEEDED|RPATH|RUNPATH'",
      shows: "What the file needs, and where it looks first.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libfoo.so.1]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN/../bundled_library.libs]`,
      measuredOn: "bundled_library: bundled_library/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "readelf --program-headers --wide FILE.so | grep GNU_STACK",
      shows: "RWE where the file asks for an executable stack, RW where it does not.",
      output: `  GNU_STACK      0x000000 0x0000000000000000 0x0000000000000000 0x000000 0x000000 RWE 0x10`,
      measuredOn: "executable_stack: executable_stack/_core.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "env LD_DEBUG=libs,bindings python -c 'import MODULE'",
      shows: "The loader’s own account: where it searched, and which name it took from where.",
    },
  ],
  sources: [
    SOURCES.gabi,
    SOURCES.ldso,
    { title: "dlopen(3)", address: "https://man7.org/linux/man-pages/man3/dlopen.3.html" },
    SOURCES.pep513,
    SOURCES.glibcNews,
    importOrder,
  ],
  findings: [
    "library-missing",
    "library-unreachable",
    "needed-file-not-elf",
    "libpython-linked",
    "libpython-static",
    "executable-stack",
    "static-tls",
    "text-relocations",
    "page-alignment",
    "no-section-headers",
    "unique-exports",
    "cxx-runtime-exported",
    "init-function-differs",
  ],
  concepts: ["symbol-versions", "bundling", "own-cxx-runtime"],
};
