import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, say, tag } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { thread } from "../../sources.ts";

export const wheelContents: ConceptText = {
  summary: "A zip archive: files to unpack, a name that makes promises, and metadata that repeats them.",
  whatItIs: [
    say`A wheel is a zip archive of files that only have to be unpacked, so that installing needs no compiler. Its name has five parts: project, version, Python tag, ABI tag, platform tag. ${code("numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl")} is for CPython 3.11, uses the ABI of exactly that version, and runs on Linux with glibc 2.28 or newer on x86_64. A tag may be a list, joined by dots: ${tag("manylinux2014_x86_64.manylinux_2_17_x86_64")}.`,
    say`Beside the package lies a directory ${code("NAME-VERSION.dist-info")}. ${code("METADATA")} has name, version and the packages required; ${code("WHEEL")} repeats the tags and says whether there is only pure Python inside; ${code("RECORD")} lists every file with its hash and size.`,
    say`Native code comes in files ending in ${code(".so")}. Extension modules are those that Python imports; they lie in the package. Libraries that they need lie mostly in ${code("NAME.libs")}, where auditwheel puts them.`,
  ],
  whyItBreaks: [
    say`Installers go by the name. pip compares the tags with those the running system accepts and takes the best match; it does not look at the files. A wheel called ${tag("py3-none-any")} with a library for x86_64 inside is installed on every machine, and fails on most.`,
    say`Name, ${code("WHEEL")} and ${code("RECORD")} say some things twice. Where they disagree, one tool believes the one, another the other. auditwheel, for example, goes through ${code("RECORD")} and does not see a file missing there; pip unpacks it and leaves it behind when the package is removed.`,
    say`An archive may be ambiguous, too: zip files describe each entry twice, and programs differ in which description they follow. PyPI refuses archives in which the two disagree. It checks names, tags and form, but not whether binaries keep the tag’s promise.`,
  ],
  howToFix: [
    say`Leave name, metadata and archive to a build backend, and do not edit wheels with a zip program.`,
    say`If something has to be changed: ${code("wheel unpack")}, change, ${code("wheel pack")}, which writes a new ${code("RECORD")}. For other tags: ${code("wheel tags")}, which changes name and ${code("WHEEL")} together.`,
    say`Put compiled code where ${code("Root-Is-Purelib")} is false, and give the wheel a platform tag exactly when there is native code inside.`,
  ],
  seeYourself: [
    {
      command: "unzip -l FILE.whl",
      shows: "All files, without unpacking them.",
      output: `…
       21  2026-01-01 00:00   tiny_ok/__init__.py
     5256  2026-01-01 00:00   tiny_ok/_core.cpython-312-x86_64-linux-gnu.so
      107  2026-01-01 00:00   tiny_ok-1.0.dist-info/METADATA
      107  2026-01-01 00:00   tiny_ok-1.0.dist-info/WHEEL
      376  2026-01-01 00:00   tiny_ok-1.0.dist-info/RECORD
…`,
      measuredOn: "tiny_ok",
    },
    {
      command: "unzip -p FILE.whl '*.dist-info/WHEEL'",
      shows: "The tags as the metadata has them.",
      output: `Wheel-Version: 1.0
Generator: fixtures (1.0)
Root-Is-Purelib: false
Tag: cp312-cp312-manylinux_2_17_x86_64`,
      measuredOn: "tiny_ok",
    },
  ],
  sources: [
    SOURCES.wheelFormat,
    SOURCES.pep427,
    SOURCES.pep425,
    SOURCES.pypiArchives,
    thread("pypi/warehouse", 5420, "checking wheels with auditwheel at upload, open since 2019"),
  ],
  findings: [
    "pure-tag-with-native-code",
    "platform-tag-without-native-code",
    "library-in-purelib",
    "wheel-name-invalid",
    "wheel-tags-differ",
    "wheel-tag-invalid",
    "python-tag-differs",
    "dist-info-missing",
    "several-dist-info",
    "dist-info-name-differs",
    "record-mismatch",
    "library-not-in-record",
    "archive-anomaly",
    "library-unreadable",
  ],
  concepts: ["manylinux", "stable-abi", "bundling", "wheel-size"],
};
