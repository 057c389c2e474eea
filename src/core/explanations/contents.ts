/** Explanations of findings about what a wheel holds: architectures, unreadable files, hazards when a library is loaded. */
import type { FindingId } from "../findings/index.ts";
import { SOURCES, type Explanation } from "./explanation.ts";

export const contentExplanations = {
  "wrong-architecture": {
    title: "No library of the claimed architecture",
    whatItIs:
      "The last part of the tag names a processor architecture. All native files of this wheel were built for another one.",
    whyItBreaks:
      "pip installs the wheel on machines of the claimed architecture, where the loader refuses the files: “wrong ELF class” or “cannot open shared object file”.",
    howToFix: [
      "Build on, or cross-compile for, the architecture that the tag names.",
      "If the build was right and the tag wrong, tell the build backend the target platform; by default it takes that of the building machine.",
    ],
    seeYourself: [{ command: "readelf --file-header FILE.so", shows: "The line “Machine”." }],
    sources: [SOURCES.platformTags, SOURCES.pep425],
  },
  "mixed-architectures": {
    title: "Files of several architectures",
    whatItIs:
      "Besides the native files for the wheel's own architecture there are some for others. Only the former are judged against the tag.",
    whyItBreaks:
      "The extra files cannot be loaded on the machine where the wheel is installed. That is harmless when they are data (a helper that is sent to another machine, code for a GPU) and an error when they were packed by mistake.",
    howToFix: [
      "Leave the files out if they are not meant to be there; clean the build directory between builds for different architectures.",
    ],
    seeYourself: [
      {
        command: "file $(find . -name '*.so*')",
        shows: "The architecture of every library of the unpacked wheel.",
      },
    ],
    sources: [SOURCES.platformTags],
  },
  "library-unreadable": {
    title: "Library unreadable",
    whatItIs:
      "The file begins like an ELF file, but it ends too early, its tables contradict each other, or its bytes do not fit the checksum in the archive.",
    whyItBreaks:
      "What cannot be read cannot be promised, so the verdict on the wheel is unknown. A damaged library usually cannot be loaded either.",
    howToFix: [
      "Download or build the wheel again. If the same file fails again, look at the last tool that touched it: strip, patchelf or a packer.",
      "If readelf -a shows nothing wrong with the file, Wheelscope may be at fault; please report it.",
    ],
    seeYourself: [
      {
        command: "readelf --all --wide FILE.so > /dev/null",
        shows: "Warnings and errors about the damaged parts.",
      },
      { command: "unzip -t FILE.whl", shows: "Entries whose checksum is wrong." },
    ],
    sources: [SOURCES.gabi],
  },
  "executable-stack": {
    title: "Executable stack",
    whatItIs:
      "The file asks for a stack whose contents may be executed as code. Hardly any program needs that; mostly an assembler file forgot to say that it does not.",
    whyItBreaks:
      "An executable stack makes attacks easier, so glibc 2.41 no longer switches it on for a library that is loaded later, as every extension module is. The import fails with “cannot enable executable stack as shared object requires”. On x86 and a few others a file without any GNU_STACK header counts as one that asks.",
    howToFix: [
      'Add the line .section .note.GNU-stack,"",@progbits to every hand-written assembler file.',
      "Or link with -Wl,-z,noexecstack, after checking that no nested C functions (a GCC extension) are used as callbacks.",
      "For a finished file: patchelf --clear-execstack FILE.so.",
      "Where only the wheel is at hand: start Python with GLIBC_TUNABLES=glibc.rtld.execstack=2, from glibc 2.42 on. It holds for the whole process.",
    ],
    seeYourself: [
      {
        command: "readelf --program-headers --wide FILE.so | grep GNU_STACK",
        shows: "The flags: RWE is executable, RW is not.",
      },
    ],
    sources: [
      SOURCES.glibcNews,
      { title: "auditwheel issue 634", address: "https://github.com/pypa/auditwheel/issues/634" },
    ],
  },
  "text-relocations": {
    title: "Text relocations",
    whatItIs:
      "Some code in the library was not compiled to run at any address, so the loader has to patch it in memory (DT_TEXTREL).",
    whyItBreaks:
      "Patching needs code pages that are writable. SELinux can forbid that (“cannot restore segment prot after reloc”), Android refuses such libraries, and every process then holds its own copy of the code.",
    howToFix: [
      "Compile all objects, static archives included, with -fPIC. Linking with -Wl,-z,text turns the problem into an error that names the object.",
    ],
    seeYourself: [
      { command: "readelf --dynamic FILE.so | grep TEXTREL", shows: "The entry, if there is one." },
    ],
    sources: [SOURCES.gabi],
  },
  "library-in-purelib": {
    title: "Native code in a purelib folder",
    whatItIs:
      "A wheel may direct files to purelib (pure Python) or platlib (for one platform). Native files of this wheel lie in a purelib folder.",
    whyItBreaks:
      "On some systems the two directories differ (lib and lib64), and pure Python may be shared between machines of different kinds. auditwheel refuses such a wheel outright.",
    howToFix: [
      "Tell the build that the package holds native code: with setuptools, list the extension as ext_modules or let Distribution.has_ext_modules return True.",
      "Make sure that WHEEL says Root-Is-Purelib: false.",
    ],
    seeYourself: [{ command: "unzip -l FILE.whl '*purelib*'", shows: "The files in question." }],
    sources: [SOURCES.wheelFormat, SOURCES.auditwheel],
  },
  "pure-tag-with-native-code": {
    title: "Native code under a tag for any platform",
    whatItIs:
      "The tag any promises that the wheel runs on every platform. But it holds compiled code, which runs on one.",
    whyItBreaks:
      "pip installs the wheel on Windows, macOS and every Linux alike; where the code does not fit, the import fails.",
    howToFix: [
      "Build a platform wheel: list the extension as ext_modules, or let Distribution.has_ext_modules return True when the library is built by other means. Then run auditwheel repair.",
      "If the native files are only data (for another machine, or test samples), the tag is right and this finding can be ignored.",
    ],
    seeYourself: [{ command: "unzip -l FILE.whl | grep '\\.so'", shows: "The libraries in the wheel." }],
    sources: [SOURCES.pep425, SOURCES.wheelFormat],
  },
  "platform-tag-without-native-code": {
    title: "No native code under a platform tag",
    whatItIs: "The tag names a platform, but nothing in the wheel is compiled.",
    whyItBreaks:
      "Nothing fails where it installs. But it does not install elsewhere, although it probably could; or the compiled part is missing because its build failed quietly.",
    howToFix: [
      "If the package is pure Python, build it with the tag py3-none-any.",
      "If it should contain an extension, look at the build log: an optional extension that fails to compile is skipped without an error.",
    ],
    seeYourself: [{ command: "unzip -l FILE.whl", shows: "The contents of the wheel." }],
    sources: [SOURCES.pep425],
  },
} as const satisfies Partial<Record<FindingId, Explanation>>;
