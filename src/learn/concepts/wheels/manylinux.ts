import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say, tag, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { manylinuxImages, pep513, pep571, pep599, pep600, policies, thread } from "../../sources.ts";

export const manylinux: ConceptText = {
  summary: "A tag that promises which systems a wheel runs on, and the list of what it may ask of them.",
  whatItIs: [
    say`There is no such thing as “Linux” to compile for: distributions differ in their libraries and in the age of these. ${tag("manylinux_X_Y_ARCH")} in a wheel’s name is a promise all the same: it runs on every mainstream distribution with glibc X.Y or newer on that processor. Installers compare the number with the glibc of the machine, take the highest that fits, and look at nothing else.`,
    say`Behind each tag stands a policy, kept in auditwheel: the few libraries a wheel may expect of any system (glibc’s own, ${library("libstdc++.so.6")}, ${library("libgcc_s.so.1")}, ${library("libz.so.1")}, parts of X11 and GL …), and for each architecture the versions it may ask of them. A policy is a set, not a maximum: on aarch64 manylinux_2_17 admits ${version("GLIBC_2.18")}, on x86_64 it does not.`,
  ],
  parts: [
    {
      heading: "From 1 to perennial",
      paragraphs: [
        say`manylinux1 (PEP 513) stood for CentOS 5, glibc 2.5 and x86 only. manylinux2010 (PEP 571) moved to CentOS 6 and glibc 2.12, manylinux2014 (PEP 599) to CentOS 7 and 2.17, with aarch64, ppc64le, s390x and others for the first time. Each generation needed a PEP, a new pip, a new auditwheel and a change of the index, one after the other.`,
        say`PEP 600 ended that: the number in the tag is glibc’s, so that the next generation needs no new rule. The three old names are aliases for 2_5, 2_12 and 2_17. pip knows manylinux1 since 8.1, 2010 since 19.0, 2014 since 19.3 and the numbered tags since 20.3. The images of the first two have been given up; 2014, 2_28 and 2_34 are in use.`,
      ],
    },
  ],
  whyItBreaks: [
    say`Nobody checks the promise before users do. The index looks at the form of the tag; pip believes it. A wheel that needs more than its tag says is installed on systems where the import fails.`,
    say`The tag also leaves things unsaid. It names glibc only: that a system with glibc 2.28 has libstdc++ with ${version("GLIBCXX_3.4.24")} is true of all that are known, not by definition. It says nothing of CUDA or of processor levels, and nothing of libraries opened by name while the program runs.`,
  ],
  howToFix: [
    say`Build in the image of the tag; ${code("cibuildwheel")} does so for all Pythons and architectures. Let ${code("auditwheel repair")} bundle what is missing and choose the tag.`,
    say`Take the oldest tag whose users you have. Older is better for them as long as the tools you need exist there; of the images in use, manylinux_2_28 is the first with today’s std::string.`,
    say`Check before the upload: ${code("wheelscope check")} fails where a wheel breaks its promise.`,
  ],
  seeYourself: [
    {
      command: "auditwheel show FILE.whl",
      shows: "The tag that the contents really fit. This wheel claims manylinux_2_17.",
      output: `glibc_too_new-1.0-cp312-cp312-manylinux_2_17_x86_64.whl is consistent
with the following platform tag: "manylinux_2_34_x86_64".

The wheel references external versioned symbols in these
system-provided shared libraries: libc.so.6 with versions
…`,
      measuredOn: "glibc_too_new",
    },
    {
      command: "python -m pip debug --verbose",
      shows: "Under “Compatible tags”: every tag that pip accepts on this machine, best first.",
    },
  ],
  sources: [
    pep513,
    pep571,
    pep599,
    pep600,
    policies,
    manylinuxImages,
    thread("pypa/manylinux", 542, "rollout of the perennial tags"),
    thread("pypi/warehouse", 5420, "checking wheels with auditwheel at upload, open since 2019"),
    SOURCES.platformTags,
  ],
  findings: [
    "claimed-tag-not-met",
    "library-not-allowed",
    "forbidden-symbol",
    "plain-linux-tag",
    "claimed-tag-unknown",
    "libpython-linked",
    "libpython-static",
    "pyfpe-symbol",
    "ucs2-symbol",
    "isa-above-baseline",
    "claimed-tag-stricter-than-needed",
    "tag-complies",
  ],
  concepts: ["glibc-floor", "musllinux", "bundling", "debate-of-2019"],
  picture: "timeline",
};

export const musllinux: ConceptText = {
  summary: "The same promise for Alpine and other systems with musl, with less that can be proved.",
  whatItIs: [
    say`musl is another C library, small and whole; Alpine Linux, on which many container images stand, is built on it. Programs made for glibc do not run there, nor the other way round. Wheels for it carry ${tag("musllinux_X_Y_ARCH")} (PEP 656): made for musl X.Y or newer, bringing everything else along.`,
    say`musl has no symbol versions. A file needs ${library("libc.musl-x86_64.so.1")}, and that is all it says: nothing in it tells which release of musl it was linked against. auditwheel therefore calls every fitting wheel by its newest policy, musllinux_1_2, and warns that it cannot determine the version.`,
  ],
  whyItBreaks: [
    say`A system of either kind lacks the other’s C library, so that the import fails with “libc.musl-x86_64.so.1: cannot open shared object file” or with missing symbols. A wheel with files of both kinds works nowhere as a whole.`,
    say`The policy admits nothing but musl itself and, for auditwheel, ${library("libz.so.1")}. ${library("libstdc++.so.6")} and ${library("libgcc_s.so.1")}, which every manylinux wheel may count on, have to be in the wheel.`,
    say`Without versions a missing function shows late: “Error relocating …: symbol not found”, from musl’s own loader, when the file is loaded on an older Alpine.`,
  ],
  howToFix: [
    say`Build a wheel of its own in the image ${code("musllinux_1_2")}, which is made from Alpine; ${code("cibuildwheel")} builds it beside the manylinux ones. ${code("auditwheel repair")} puts libstdc++ and libgcc_s in.`,
    say`Without such a wheel, pip on Alpine builds from source, for which users need a compiler. Some choose a Debian-based image instead.`,
  ],
  seeYourself: [
    {
      command: "readelf --dynamic FILE.so | grep NEEDED",
      shows: "The name of the C library: libc.musl-… is musl, libc.so.6 is glibc.",
      output: ` 0x0000000000000001 (NEEDED)             Shared library: [libc.musl-x86_64.so.1]`,
      measuredOn: "on_musl_x86_64: on_musl_x86_64/_core.cpython-312-x86_64-linux-musl.so",
    },
    {
      command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so",
      shows: "No versions behind the names.",
      output: `                 U PyModule_Create2
                 U malloc
                 U pthread_create`,
      measuredOn: "on_musl_x86_64: on_musl_x86_64/_core.cpython-312-x86_64-linux-musl.so",
    },
  ],
  sources: [
    SOURCES.pep656,
    policies,
    manylinuxImages,
    {
      title: "musl: functional differences from glibc",
      address: "https://wiki.musl-libc.org/functional-differences-from-glibc.html",
    },
  ],
  findings: ["libc-mixed", "claimed-tag-not-met", "library-not-allowed"],
  concepts: ["manylinux", "bundling", "symbol-versions"],
};
