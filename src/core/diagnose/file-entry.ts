/** Messages about one file, whose words alone say what is wrong. */
import type { FindingId } from "../findings/index.ts";
import { parseWheelName } from "../../facts/names/wheel-name.ts";
import { type Sentence, code, library, list, say, symbol, tag } from "../sentence.ts";
import { namedFiles } from "./concerned.ts";
import type { DiagnosisEntry, DiagnosisFact, FileMention } from "./diagnosis.ts";
import { fileNameOf } from "../../facts/path.ts";
import { entry, type Question } from "./question.ts";

interface Words {
  readonly title: string;
  readonly meaning: readonly Sentence[];
  readonly advice: readonly Sentence[];
  readonly learn: FindingId;
}

const WORDS: Readonly<Record<Exclude<FileMention["kind"], "wheel-not-supported">, Words>> = {
  "executable-stack": {
    title: "Executable stack refused",
    meaning: [
      say`The file is marked as needing an executable stack. glibc 2.41 and newer no longer make the stack executable for a library loaded later, and hardened systems refuse it anyway.`,
    ],
    advice: [
      say`As a user: ${code("patchelf --clear-execstack FILE.so")} takes the mark off; nearly always nothing needs it. glibc 2.41 and newer also have ${code("GLIBC_TUNABLES=glibc.rtld.execstack=2")}.`,
      say`As a packager: the mark comes from assembler files without ${code('.section .note.GNU-stack,"",@progbits')}, or from nested functions of GCC. Link with ${code("-Wl,-z,noexecstack")}.`,
    ],
    learn: "executable-stack",
  },
  "static-tls": {
    title: "No room for thread-local storage",
    meaning: [
      say`The file wants thread-local variables at a fixed place (static TLS). The loader keeps little room for libraries loaded later, and others took it.`,
    ],
    advice: [
      say`As a user: import the package earlier, before others that use much of it, or ${code("LD_PRELOAD=/path/to/FILE.so")}. glibc 2.33 and newer: ${code("GLIBC_TUNABLES=glibc.rtld.optional_static_tls=4096")}.`,
      say`As a packager: compile without ${code("-ftls-model=initial-exec")}. libgomp and jemalloc are the usual ones; jemalloc has ${code("--disable-initial-exec-tls")}.`,
    ],
    learn: "static-tls",
  },
  "wrong-elf-class": {
    title: "32 bits against 64 bits",
    meaning: [
      say`The file is for 32-bit programs and the Python that runs is a 64-bit one, or the other way round.`,
    ],
    advice: [
      say`Install the package with the pip of this Python (${code("python3 -m pip")}), and look for a folder of another installation in ${code("PYTHONPATH")} or ${code("LD_LIBRARY_PATH")}.`,
    ],
    learn: "wrong-architecture",
  },
  "page-alignment": {
    title: "Made for smaller memory pages",
    meaning: [
      say`The file’s segments are aligned for pages of 4 KiB or 16 KiB, and this kernel has larger ones (64 KiB on some aarch64 and ppc64le systems, 16 KiB on Apple hardware and the Raspberry Pi 5). The file can also be damaged, for example by an old patchelf.`,
    ],
    advice: [
      say`As a user: run a kernel with 4 KiB pages where the distribution offers one, or an other build of the package.`,
      say`As a packager: link with ${code("-Wl,-z,max-page-size=65536")}, and patch with patchelf 0.18 or newer (${code("--page-size 65536")}).`,
    ],
    learn: "page-alignment",
  },
  "text-relocations": {
    title: "Code that must be patched",
    meaning: [
      say`The file has relocations in its code, and the system (SELinux, musl, hardened kernels) does not let the loader write there.`,
    ],
    advice: [
      say`Compile all parts with ${code("-fPIC")}, static libraries and assembler files too. ${code("-Wl,-z,text")} makes the linker refuse the rest.`,
    ],
    learn: "text-relocations",
  },
  "not-elf": {
    title: "Not a library, or cut off",
    meaning: [
      say`What lies under that name is no ELF file: a linker script, a text file in place of a symbolic link, a file of another system, or an incomplete download.`,
    ],
    advice: [
      say`Look at it: ${code("file FILE.so; head -c 200 FILE.so")}. Reinstall the package without the cache: ${code("pip install --force-reinstall --no-cache-dir PACKAGE")}.`,
    ],
    learn: "needed-file-not-elf",
  },
  "isa-level": {
    title: "Processor too old for the code",
    meaning: [
      say`The file uses instructions that this processor does not have: it is marked for x86-64-v2 or higher, or it was compiled with ${code("-march=native")} on a newer machine.`,
    ],
    advice: [
      say`As a user: see what the processor has, ${code("/lib64/ld-linux-x86-64.so.2 --help")} (“Subdirectories of glibc-hwcaps”). In a virtual machine, choose a CPU model with more (host-passthrough).`,
      say`As a packager: compile for the baseline of the architecture and choose faster variants at run time.`,
    ],
    learn: "isa-above-baseline",
  },
  "init-function-missing": {
    title: "Init function not found",
    meaning: [
      say`Python derives the name of the function from the file name, and the file has none of that name: it was renamed, or the module is named differently in its source. A file built for Python 2 has another form of the name.`,
    ],
    advice: [
      say`See what it has: ${code("nm -D --defined-only FILE.so | grep -E 'PyInit_|PyModExport_| init'")}. Name file and function alike.`,
    ],
    learn: "init-function-differs",
  },
  "module-missing": {
    title: "Compiled module not found",
    meaning: [
      say`The package is there and its compiled part is not, or its file name has a suffix for another Python: Python then does not see the file.`,
    ],
    advice: [
      say`Compare the suffix of the file with what this Python looks for: ${code("python3 -c 'import importlib.machinery as m; print(m.EXTENSION_SUFFIXES)'")}. Do not import from the source folder, where nothing is compiled.`,
    ],
    learn: "python-tag-differs",
  },
  "numpy-abi": {
    title: "Built against another NumPy",
    meaning: [
      say`The module was compiled with the headers of another NumPy. One built with NumPy 1 does not run with NumPy 2; one built with NumPy 2 runs with 1.19 and newer, or with the lowest version its build chose.`,
    ],
    advice: [
      say`As a user: upgrade the package that fails, or hold NumPy back: ${code("pip install 'numpy<2'")}.`,
      say`As a packager: build with ${code("numpy>=2")} in the build requirements, which serves both.`,
    ],
    learn: "python-tag-differs",
  },
};

export function fileEntry(mention: FileMention, question: Question): DiagnosisEntry {
  const facts: DiagnosisFact[] =
    mention.file === null ? [] : [{ label: "File", value: [library(mention.file)] }];
  const libraries = namedFiles(question.report, mention.file);
  if (mention.kind === "wheel-not-supported") {
    return entry(mention, "Wheel not for this Python or system", {
      ...wheelWords(mention),
      facts,
      libraries,
    });
  }
  if (mention.detail !== null) {
    const label = {
      "wrong-elf-class": "Class",
      "init-function-missing": "Function",
      "module-missing": "Module",
    };
    const found = Object.entries(label).find(([kind]) => kind === mention.kind);
    if (found !== undefined) facts.push({ label: found[1], value: [symbol(mention.detail)] });
  }
  const { title, ...words } = WORDS[mention.kind];
  const fit = mention.kind === "module-missing" ? moduleFiles(question, mention.detail) : [];
  return entry(mention, title, { ...words, facts, libraries: [...libraries, ...fit] });
}

/** Files of the open wheel that have the module's name. */
function moduleFiles({ report }: Question, module: string | null): DiagnosisEntry["libraries"] {
  if (module === null || report === null) return [];
  const stem = module.slice(module.lastIndexOf(".") + 1);
  const paths = report.libraries
    .map(({ facts }) => facts.path)
    .filter((path) => fileNameOf(path).split(".", 1)[0] === stem);
  return namedFiles(report, ...paths.slice(0, 20)).map((each) => ({
    ...each,
    sentence: say`${library(each.path)} bears the module’s name.`,
  }));
}

function wheelWords({ file }: FileMention): Pick<DiagnosisEntry, "meaning" | "advice" | "learn"> {
  const name = file === null ? null : parseWheelName(fileNameOf(file));
  const tags =
    name === null
      ? []
      : [
          say`The name asks for Python ${list(name.pythonTags.map(tag), 6)}, ABI ${list(name.abiTags.map(tag), 6)} and platform ${list(name.platformTags.map(tag), 6)}.`,
        ];
  return {
    meaning: [
      say`pip compares three tags at the end of the file name with its own list: Python, ABI, platform. None of their combinations is in the list, so that pip does not even open the file.`,
      ...(file !== null && name === null
        ? [
            say`The name in the message is not a valid wheel name: a file that was renamed after the download is refused too.`,
          ]
        : []),
      ...tags,
    ],
    advice: [
      say`The list of this Python: ${code("python3 -m pip debug --verbose")}. Old pips do not know newer tags: ${code("python3 -m pip install --upgrade pip")} first (manylinux_X_Y needs pip 20.3, abi3 wheels the right Python).`,
      say`Compare the Python (${code("python3 --version")}), the processor (${code("uname -m")}) and the C library (${code("ldd --version")}) with the tags.`,
    ],
    learn: name === null && file !== null ? "wheel-name-invalid" : "python-tag-differs",
  };
}
