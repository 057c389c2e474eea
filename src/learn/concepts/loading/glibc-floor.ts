import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, library, say, symbol, tag, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { compliance, pep600 } from "../../sources.ts";

export const glibcFloor: ConceptText = {
  summary: "The oldest glibc on which a file loads, and how an old function can raise it by ten years.",
  whatItIs: [
    say`glibc is the C library of most Linux distributions, and the one part of them that a wheel cannot bring along. Its floor is the oldest glibc on which the file loads: the highest ${version("GLIBC_…")} version among its needs. A wheel’s floor is the highest of its files’. It decides which distributions are left: glibc 2.17 stands for RHEL 7, 2.28 for RHEL 8, 2.31 for Debian 11 and Ubuntu 20.04, 2.34 for RHEL 9, 2.35 for Ubuntu 22.04, 2.36 for Debian 12.`,
    say`A floor arises at link time. The linker takes the default version of each symbol from the glibc it finds; on a recent machine that can be a recent version even of a function that is decades old.`,
  ],
  parts: [
    {
      heading: "Why pthread_create is from 2021",
      paragraphs: [
        say`Until 2.33, threads, ${symbol("dlopen")} and some more were in libraries of their own: ${library("libpthread.so.0")}, ${library("libdl.so.2")}, ${library("librt.so.1")}, ${library("libutil.so.1")}. glibc 2.34 merged them into ${library("libc.so.6")}. In their new home the functions got a new default version, ${version("GLIBC_2.34")}; the old versions are kept beside it for old files. A file linked against 2.34 or later and using ${symbol("pthread_create")} therefore needs 2.34, though not a line of its source has changed.`,
        say`Others of the kind on x86_64: ${symbol("memcpy")} since 2.14; ${symbol("expf")}, ${symbol("logf")}, ${symbol("powf")} since 2.27; ${symbol("fcntl64")} since 2.28; ${symbol("exp")}, ${symbol("log")}, ${symbol("pow")} since 2.29; ${symbol("__libc_single_threaded")} since 2.32, used by ${code("std::shared_ptr")}; ${symbol("stat")} since 2.33; ${symbol("__isoc23_strtol")} since 2.38, chosen by the headers for ${symbol("strtol")}.`,
      ],
    },
  ],
  whyItBreaks: [
    say`On an older system the import fails with “version ${version("`GLIBC_2.34'")} not found”. Users cannot install a newer glibc for one package, and hardly upgrade it without the whole system.`,
    say`glibc promises that old programs run on new versions, not the reverse. A weak reference does not help either: the version in the list counts, unless the list itself marks it as weak, which GNU ld 2.40 does not do.`,
  ],
  howToFix: [
    say`Build in an image with an old glibc, such as ${code("manylinux2014")} (2.17) or ${tag("manylinux_2_28")}.`,
    say`Switch off the feature that brings the function in, when the configuration of the library has a switch for it.`,
    say`Bind single symbols to an older version with ${code(".symver")}, or link the helper that uses them statically, if that helper itself was built on an old system.`,
    say`Let a compiler aim at an old glibc: ${code("zig cc -target x86_64-linux-gnu.2.17")}.`,
  ],
  seeYourself: [
    {
      command:
        "readelf --version-info FILE.so | grep --only-matching 'GLIBC_[0-9.]*' | sort --version-sort --unique | tail --lines=1",
      shows: "The floor of one file.",
      output: "GLIBC_2.34",
      measuredOn: "glibc_too_new: glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so | grep GLIBC_2.34",
      shows: "Who is to blame.",
      output: `                 U pthread_create@GLIBC_2.34
                 U pthread_join@GLIBC_2.34`,
      measuredOn: "glibc_too_new: glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so",
    },
    { command: "ldd --version", shows: "In the first line, the glibc of the machine you are on." },
  ],
  sources: [
    {
      title: "Red Hat Developer: Why glibc 2.34 removed libpthread",
      address: "https://developers.redhat.com/articles/2021/12/17/why-glibc-234-removed-libpthread",
    },
    SOURCES.glibcNews,
    pep600,
    compliance,
  ],
  findings: [
    "symbol-version-too-new",
    "claimed-tag-not-met",
    "claimed-tag-stricter-than-needed",
    "private-glibc-symbol",
  ],
  concepts: ["symbol-versions", "manylinux", "libstdcxx-versions"],
  picture: "need-to-distribution",
};
