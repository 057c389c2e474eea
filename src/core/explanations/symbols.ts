/** Explanations of findings about symbols, their versions, and processors. */
import type { FindingId } from "../findings/index.ts";
import { AUDITWHEEL_SHOW, READ_VERSIONS, SOURCES, type Explanation } from "./explanation.ts";

export const symbolExplanations = {
  "claimed-tag-not-met": {
    title: "Claimed tag not met",
    whatItIs:
      "A platform tag such as manylinux_2_28_x86_64 is a promise: the wheel runs on every mainstream Linux distribution with glibc 2.28 or newer on that processor. The contents of this wheel need more than its tag promises.",
    whyItBreaks:
      "pip looks only at the tag. It installs the wheel on every system that the tag covers, and on the older ones of them the import fails with “version `GLIBC_…' not found” or “cannot open shared object file”. PyPI does not check the promise either, so the first to notice are users.",
    howToFix: [
      "Look at the other findings: they name the symbols and libraries that break the promise, and what to do about each.",
      "Build in the image of the tag you want to claim, then let auditwheel repair choose the tag instead of setting it by hand.",
      "If the wheel cannot be changed, give it the newer tag that it does meet: wheel tags --remove --platform-tag=… FILE.whl.",
    ],
    seeYourself: [AUDITWHEEL_SHOW],
    sources: [SOURCES.pep600, SOURCES.platformTags, SOURCES.auditwheel],
  },
  "symbol-version-too-new": {
    title: "Symbol versions too new",
    whatItIs:
      "Functions of glibc and libstdc++ carry versions. When a library is linked, each function it uses is bound to the newest version on the building machine, and the library then needs that version wherever it runs.",
    whyItBreaks:
      "The loader compares the needed versions with those of the system before anything runs. If one is missing, the whole library is refused with “version `GLIBC_2.34' not found”, even if the function would never be called. An old, unchanged function can be the reason: pthread_create has existed for decades, but it got the new version GLIBC_2.34 when glibc merged its libraries.",
    howToFix: [
      "Build on an older system. PyPA's manylinux images are just that: an old glibc with a new compiler. cibuildwheel runs builds in them.",
      "Let the compiler link for an older glibc: zig cc -target x86_64-linux-gnu.2.17 does so on any machine.",
      "Avoid the function: switch the feature off that uses it, or bind the old version with a .symver directive.",
      "If the versions are those of libstdc++ (GLIBCXX, CXXABI), link it statically with -static-libstdc++ -Wl,--exclude-libs,ALL, or use the compiler of PyPA's images, which puts newer parts of libstdc++ into the library itself.",
      "Or claim the newer tag that the wheel does meet.",
    ],
    seeYourself: [
      READ_VERSIONS,
      {
        command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so | grep GLIBC_2.34",
        shows: "The symbols that ask for that version.",
      },
    ],
    sources: [SOURCES.versioning, SOURCES.pep600, SOURCES.glibcNews, SOURCES.libstdcxx],
  },
  "forbidden-symbol": {
    title: "Forbidden symbols",
    whatItIs:
      "A policy allows a system library such as libz.so.1, but not all of its symbols: some were added later or were never meant for others. The wheel uses such a symbol from the system's library.",
    whyItBreaks:
      "The library loads everywhere, but on systems with an older copy the symbol is missing: “undefined symbol: …” at import, or in the middle of the run when it is first called.",
    howToFix: [
      "Link the library statically, or bundle it under its own name (auditwheel repair does that when the library is not on the policy's list).",
      "For symbols of glibc, build on an older system, where the code falls back to other functions, or claim a newer tag.",
    ],
    seeYourself: [
      {
        command: "nm --dynamic --undefined-only FILE.so",
        shows: "All symbols that the file takes from others; look for the ones named in the finding.",
      },
      { command: "auditwheel -v show FILE.whl", shows: "The black-listed symbols, library by library." },
    ],
    sources: [SOURCES.pep600, SOURCES.auditwheel],
  },
  "isa-above-baseline": {
    title: "Needs a newer CPU than the tag promises",
    whatItIs:
      "The file carries a note of the linker that says: this code needs x86-64-v2, v3 or v4. A tag that ends in x86_64 promises only the first x86-64 processors.",
    whyItBreaks:
      "On an older processor the loader refuses the file with “CPU ISA level is lower than required”, or the program dies with an illegal instruction.",
    howToFix: [
      "Compile for the baseline: remove -march=native, -march=x86-64-v2 and the like, and select faster variants at run time.",
      "Check where the note comes from. On distributions that are built for x86-64-v2 (AlmaLinux 9 and with it the manylinux_2_34 image) the start-up files carry it, and so does everything linked there with -mneeded.",
    ],
    seeYourself: [
      { command: "readelf --notes FILE.so", shows: "A line “x86 ISA needed: x86-64-v2” (or v3, v4)." },
    ],
    sources: [
      { title: "x86-64 psABI, “Program Property”", address: null },
      SOURCES.pep600,
      { title: "pypa/manylinux issue 1725", address: "https://github.com/pypa/manylinux/issues/1725" },
    ],
  },
  "private-glibc-symbol": {
    title: "Private glibc symbols",
    whatItIs:
      "GLIBC_PRIVATE marks the symbols that the parts of glibc share among themselves. They change without notice from one build of glibc to the next.",
    whyItBreaks:
      "The library loads only with the very glibc it was linked against. Elsewhere it fails with “version `GLIBC_PRIVATE' not found” or “undefined symbol”, or crashes.",
    howToFix: [
      "Find out which file of glibc is in the wheel: such symbols are used by parts of glibc itself (libpthread, libresolv, libnss_…) that were bundled by mistake. Remove them; glibc must come whole from the system.",
      "If a static archive of glibc was linked into the library, link to the shared one instead.",
    ],
    seeYourself: [
      READ_VERSIONS,
      {
        command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so | grep GLIBC_PRIVATE",
        shows: "The private symbols in use.",
      },
    ],
    sources: [SOURCES.versioning, SOURCES.pep600],
  },
  "pyfpe-symbol": {
    title: "Uses PyFPE symbols",
    whatItIs:
      "PyFPE_jbuf and its relatives exist only in a Python that was built with --with-fpectl, a rare option that is gone since Python 3.7.",
    whyItBreaks: "In every other Python the import fails with “undefined symbol: PyFPE_jbuf”.",
    howToFix: [
      "Compile the extension with a Python that was built without --with-fpectl, such as those of PyPA's images.",
    ],
    seeYourself: [
      { command: "nm --dynamic --undefined-only FILE.so | grep PyFPE", shows: "The symbols in question." },
    ],
    sources: [SOURCES.pep513],
  },
  "ucs2-symbol": {
    title: "Built for narrow Unicode",
    whatItIs:
      "A Python 2 could be built with 16-bit (UCS-2) or 32-bit (UCS-4) Unicode strings, and names its functions accordingly. This extension was compiled for the 16-bit kind.",
    whyItBreaks:
      "Linux distributions built Python 2 with UCS-4. There the import fails with “undefined symbol: PyUnicodeUCS2_…”.",
    howToFix: ["Compile with a Python 2 built with --enable-unicode=ucs4 and use the abi tag cp27mu."],
    seeYourself: [
      {
        command: "nm --dynamic --undefined-only FILE.so | grep PyUnicodeUCS2",
        shows: "The symbols in question.",
      },
    ],
    sources: [SOURCES.pep513],
  },
  "no-section-headers": {
    title: "No section headers",
    whatItIs:
      "An ELF file describes itself twice: by program headers for the loader and by section headers for tools. This file has no usable section headers.",
    whyItBreaks:
      "Nothing breaks when it runs. But auditwheel and other tools find symbols and version needs by section name, see none here, and may call a wheel portable that is not. Wheelscope reads the tables as the loader does.",
    howToFix: [
      "Nothing has to be fixed. Leave section headers in the file (do not use strip --strip-section-headers or a packer) if other tools are to see what it needs.",
    ],
    seeYourself: [
      { command: "readelf --sections FILE.so", shows: "“There are no sections in this file.”" },
      {
        command: "readelf --use-dynamic --symbols FILE.so",
        shows: "The symbols, found without section headers.",
      },
    ],
    sources: [SOURCES.gabi],
  },
} as const satisfies Partial<Record<FindingId, Explanation>>;
