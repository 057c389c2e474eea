import { SOURCES } from "../../../core/explanations/explanation.ts";
import { library, say, symbol, version } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";

export const symbolVersions: ConceptText = {
  summary: "How one library serves programs of twenty years, and how a program tells the year it is from.",
  whatItIs: [
    say`A shared library offers names: functions and variables, together called symbols. ${library("libc.so.6")} keeps its file name, although functions were added every year and some changed what they do. To tell the generations apart, glibc and libstdc++ put a version behind each symbol: ${symbol("memcpy@GLIBC_2.2.5")} is the first ${symbol("memcpy")} of x86_64, ${symbol("memcpy@GLIBC_2.14")} a later one. The library holds both.`,
    say`When a file is linked, the linker binds every name it uses to the default version that the library on the building machine has, normally the newest, and writes two notes into the file: which version each symbol wants, and for each library the list of all versions wanted (“version needs”). Nobody asks for a version; it follows from where the file was linked.`,
  ],
  whyItBreaks: [
    say`Before a single function runs, the loader compares the list with what the library on this machine defines. One version missing, and the whole file is refused: “version ${version("`GLIBC_2.34'")} not found (required by …)”. It does not matter whether the function would ever be called, or whether the older function of the same name would have done.`,
    say`So compatibility goes one way. An old file finds its versions in a newer library; a new file does not find them in an older one. The highest version in the list decides, be it for one careless call out of a thousand.`,
    say`Not every version is a number. ${version("GLIBC_PRIVATE")} marks what the parts of glibc share among themselves and change at will; ${version("GLIBC_ABI_DT_RELR")} says that the file uses a feature of its format which only newer loaders understand.`,
  ],
  howToFix: [
    say`Link where the libraries are old: in a build image for the tag you want to keep. The compiler may be new; what counts is which glibc and libstdc++ it links against.`,
    say`For a few symbols, bind an older version by hand with the assembler directive ${symbol(".symver")}, or write a small function of your own in their place.`,
    say`Clear the list by not using the symbol at all. The list is made new at each link; there is no sense in editing it afterwards, because the code behind it stays what it is.`,
  ],
  seeYourself: [
    {
      command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so",
      shows: "Each symbol the file takes from elsewhere, with the version it is bound to.",
      output: `                 U PyModule_Create2
                 U getrandom@GLIBC_2.25
                 U malloc@GLIBC_2.2.5
                 U pthread_create@GLIBC_2.34
                 U pthread_join@GLIBC_2.34`,
      measuredOn: "glibc_too_new: glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so",
    },
    {
      command: "readelf --version-info FILE.so",
      shows: "Under “Version needs section”: the list that the loader checks.",
      output: `…
Version needs section '.gnu.version_r' contains 1 entry:
 Addr: 0x0000000000000310  Offset: 0x00000310  Link: 4 (.dynstr)
  000000: Version: 1  File: libc.so.6  Cnt: 3
  0x0010:   Name: GLIBC_2.34  Flags: none  Version: 4
  0x0020:   Name: GLIBC_2.25  Flags: none  Version: 3
  0x0030:   Name: GLIBC_2.2.5  Flags: none  Version: 2`,
      measuredOn: "glibc_too_new: glibc_too_new/_pool.cpython-312-x86_64-linux-gnu.so",
    },
  ],
  sources: [
    SOURCES.versioning,
    SOURCES.ldso,
    {
      title: "GNU ld: VERSION command",
      address: "https://sourceware.org/binutils/docs/ld/VERSION.html",
    },
    SOURCES.libstdcxx,
  ],
  findings: ["symbol-version-too-new", "forbidden-symbol", "private-glibc-symbol", "claimed-tag-not-met"],
  concepts: ["glibc-floor", "libstdcxx-versions", "loading-libraries"],
  picture: "need-to-distribution",
};
