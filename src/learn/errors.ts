/** Explanations of the errors that keep a file, or one library in it, from being inspected. */
import type { InspectErrorId } from "../facts/inspect-error.ts";
import { SOURCES, type Explanation, type SeeYourself } from "../core/explanations/explanation.ts";

const TEST_ZIP: SeeYourself = {
  command: "unzip -t FILE.whl",
  shows: "Each entry with OK, or what is wrong with it.",
};
const FILE_TYPE: SeeYourself = { command: "file FILE", shows: "What the file really is." };
const AGAIN = "Download the file again and compare its SHA-256 with the one its publisher states.";

export const errorExplanations: Readonly<Record<InspectErrorId, Explanation>> = {
  "not-a-zip": {
    title: "Not a wheel",
    whatItIs:
      "A wheel is a zip archive, and this file is none: the end-of-directory record of a zip is nowhere in it.",
    whyItBreaks:
      "Without the directory there is no list of files to read. pip says “Wheel is invalid” about the same file.",
    howToFix: [
      "Look at its size: a few kilobytes are often an error page saved under the wheel's name, and a round number a broken download.",
      AGAIN,
    ],
    seeYourself: [FILE_TYPE],
    sources: [SOURCES.wheelFormat, SOURCES.zip],
  },
  "not-a-wheel": {
    title: "A zip archive, but not a wheel",
    whatItIs:
      "The archive opens, but it has none of the marks of a wheel: no .dist-info directory at its top.",
    whyItBreaks: "Without metadata nothing says what the package is and which platform it is for.",
    howToFix: ["Choose the wheel itself; it may be inside this archive, as in a downloaded build artefact."],
    seeYourself: [{ command: "unzip -l FILE", shows: "What is in the archive." }],
    sources: [SOURCES.wheelFormat],
  },
  "source-release": {
    title: "That is a source release",
    whatItIs: "A .tar.gz or .zip source release holds code that has yet to be compiled.",
    whyItBreaks: "What a build will need is decided when it is built; there is nothing compiled to look at.",
    howToFix: [
      "Build a wheel from it with pip wheel --no-deps FILE.tar.gz and open that, or download the project's own wheel.",
    ],
    seeYourself: [],
    sources: [SOURCES.wheelFormat],
  },
  "conda-package": {
    title: "That is a conda package",
    whatItIs:
      "Conda packages (.conda, .tar.bz2) are another format, with their own rules about the system beneath them.",
    whyItBreaks:
      "manylinux tags and policies say nothing about conda packages, so there is nothing to judge them by.",
    howToFix: [
      "Open the project's wheel. Single libraries (.so) of the package can be opened by themselves.",
    ],
    seeYourself: [],
    sources: [SOURCES.platformTags],
  },
  "foreign-library": {
    title: "Not a Linux library",
    whatItIs:
      "The file is a native library for Windows (PE) or macOS (Mach-O). Wheelscope reads ELF files, those of Linux and Android.",
    whyItBreaks: "The rules about symbol versions and needed libraries belong to ELF.",
    howToFix: ["Open a Linux wheel or library."],
    seeYourself: [FILE_TYPE],
    sources: [SOURCES.gabi],
  },
  "zip-damaged": {
    title: "The archive is damaged",
    whatItIs:
      "The zip structure is broken: the directory or a header in front of an entry contradicts itself or points outside the file.",
    whyItBreaks:
      "What cannot be found cannot be read; guessing at it could show another file than pip would install.",
    howToFix: [
      AGAIN,
      "If the copy is true to the original, pack the wheel again with wheel unpack and wheel pack.",
    ],
    seeYourself: [TEST_ZIP],
    sources: [SOURCES.zip],
  },
  "zip-encrypted": {
    title: "The archive is encrypted",
    whatItIs: "Entries of the archive can be read only with a password.",
    whyItBreaks: "No installer asks for one; an encrypted archive is not a wheel that can be installed.",
    howToFix: ["Pack the wheel again without encryption."],
    seeYourself: [TEST_ZIP],
    sources: [SOURCES.zip, SOURCES.pypiArchives],
  },
  "zip-multi-disk": {
    title: "The archive is split over several files",
    whatItIs:
      "The directory refers to further parts of the archive in other files, as zip programs make them to fit a medium.",
    whyItBreaks: "The parts are not at hand, and installers do not read split archives either.",
    howToFix: ["Join the parts (zip -s 0 in.zip --out joined.zip) or pack the wheel again."],
    seeYourself: [TEST_ZIP],
    sources: [SOURCES.zip],
  },
  "too-many-entries": {
    title: "Too many files in the archive",
    whatItIs:
      "The directory lists more entries than Wheelscope reads. The limit is far above that of any wheel known.",
    whyItBreaks: "A made-up directory could otherwise use up all memory.",
    howToFix: ["Check where the file comes from and how it was packed."],
    seeYourself: [{ command: "zipinfo -h FILE.whl", shows: "The number of entries." }],
    sources: [SOURCES.zip],
  },
  "too-large": {
    title: "The file is too large",
    whatItIs: "The file is larger than Wheelscope reads; the limit is named with the error.",
    whyItBreaks: "Beyond that size reading would take too long or too much memory.",
    howToFix: ["Unpack the wheel and open its libraries one by one."],
    seeYourself: [],
    sources: [],
  },
  "entry-too-large": {
    title: "A library is too large",
    whatItIs: "One file in the archive is larger than Wheelscope reads; the rest of the report stands.",
    whyItBreaks: "The verdict is unknown, because this file is not part of it.",
    howToFix: ["Look at the file with readelf, and judge it by the same rules."],
    seeYourself: [{ command: "readelf --dynamic --version-info FILE.so", shows: "What it needs." }],
    sources: [],
  },
  "compression-bomb": {
    title: "Suspicious compression",
    whatItIs: "An entry claims to unpack to so many times its size that no real file would.",
    whyItBreaks: "Such archives are made to fill memory or disk of whoever opens them. PyPI refuses them.",
    howToFix: ["Do not install the file. If you made it yourself, look for a file full of zeros."],
    seeYourself: [{ command: "zipinfo FILE.whl", shows: "Packed and unpacked sizes." }],
    sources: [SOURCES.pypiArchives],
  },
  "unsupported-compression": {
    title: "Unsupported compression method",
    whatItIs:
      "Entries of a wheel are stored or packed with deflate. This one uses another method: bzip2 or LZMA, which pip unpacks, or one that it does not know, such as Zstandard.",
    whyItBreaks: "PyPI refuses it, and some installers cannot unpack it. What it holds cannot be seen here.",
    howToFix: ["Pack the wheel again with deflate: wheel unpack, then wheel pack."],
    seeYourself: [{ command: "zipinfo -v FILE.whl", shows: "The line “compression method” of each entry." }],
    sources: [SOURCES.pypiArchives, SOURCES.zip],
  },
  "checksum-mismatch": {
    title: "Checksum mismatch",
    whatItIs: "Every entry of a zip has a CRC-32. The bytes of this entry give another one.",
    whyItBreaks: "The bytes are not those that were packed; installers stop with the same complaint.",
    howToFix: [AGAIN],
    seeYourself: [TEST_ZIP],
    sources: [SOURCES.zip],
  },
  "size-mismatch": {
    title: "Size mismatch",
    whatItIs: "The entry unpacks to more or fewer bytes than the archive states for it.",
    whyItBreaks:
      "Either the statement or the data is wrong, and tools that believe one or the other see different files.",
    howToFix: [AGAIN, "If the copy is true to the original, pack the wheel again."],
    seeYourself: [TEST_ZIP],
    sources: [SOURCES.zip, SOURCES.pypiArchives],
  },
  "library-unreadable": {
    title: "Library unreadable",
    whatItIs: "The file begins like an ELF file, but its headers or tables contradict each other.",
    whyItBreaks: "What cannot be read cannot be promised, so the verdict on the wheel is unknown.",
    howToFix: [
      "Build the library again, and look at the last tool that touched it: strip, patchelf or a packer.",
      "If readelf -a shows nothing wrong with the file, Wheelscope may be at fault; please report it.",
    ],
    seeYourself: [
      {
        command: "readelf --all --wide FILE.so > /dev/null",
        shows: "Warnings and errors about the damaged parts.",
      },
    ],
    sources: [SOURCES.gabi],
  },
  "library-truncated": {
    title: "Library cut short",
    whatItIs: "The headers of the ELF file point beyond its end: bytes are missing.",
    whyItBreaks:
      "The loader refuses such a file (“file too short”), and what its missing tables say is unknown.",
    howToFix: [
      "Build the library again. Often a disk was full or a copy was interrupted while the wheel was made.",
    ],
    seeYourself: [
      {
        command: "readelf --all --wide FILE.so > /dev/null",
        shows: "“past end of file” for the missing parts.",
      },
    ],
    sources: [SOURCES.gabi],
  },
  "library-limit": {
    title: "Library beyond the limits",
    whatItIs: "The tables of the ELF file are larger than Wheelscope is willing to hold in memory.",
    whyItBreaks: "A made-up file could otherwise use up all memory. Real libraries stay far below the limit.",
    howToFix: ["If this is a real library, please report its name and the figure in the error."],
    seeYourself: [{ command: "readelf --sections --wide FILE.so", shows: "The sizes of its tables." }],
    sources: [],
  },
  "dist-info-missing": {
    title: "No .dist-info directory",
    whatItIs:
      "Every wheel has a directory project-version.dist-info at its top with METADATA, WHEEL and RECORD. This archive has none.",
    whyItBreaks: "Installers refuse it: “.dist-info directory not found”.",
    howToFix: [
      "Build the wheel with a build backend (python -m build). If it was packed by hand, make sure that no folder surrounds the contents.",
    ],
    seeYourself: [{ command: "unzip -l FILE.whl '*.dist-info/*'", shows: "The metadata files, or nothing." }],
    sources: [SOURCES.wheelFormat],
  },
  "read-failed": {
    title: "The file could not be read",
    whatItIs: "The operating system or the browser stopped handing out bytes of the file while it was read.",
    whyItBreaks:
      "The file was moved, changed or deleted in the meantime, the disk is gone, or it may not be read.",
    howToFix: ["Choose the file again. On the command line, check its permissions."],
    seeYourself: [],
    sources: [],
  },
  "engine-crashed": {
    title: "Wheelscope failed",
    whatItIs:
      "The part of Wheelscope that reads libraries stopped unexpectedly. That is a fault of ours, whatever the file contains.",
    whyItBreaks:
      "The reader is replaced and the rest of the report stands, but the file it was reading has no facts.",
    howToFix: [
      "Please report it with the error id, the version of Wheelscope, and the wheel's name if it is public.",
    ],
    seeYourself: [],
    sources: [],
  },
  "out-of-memory": {
    title: "Out of memory",
    whatItIs: "The browser or the operating system refused memory that was needed to read the file.",
    whyItBreaks:
      "Wheelscope needs little memory even for large wheels; other tabs or programs may hold the rest.",
    howToFix: [
      "Close other programs or tabs and try again.",
      "Use the command line, which is not bound by a browser's limits.",
    ],
    seeYourself: [],
    sources: [],
  },
  cancelled: {
    title: "Cancelled",
    whatItIs: "The reading was stopped on request before it was finished.",
    whyItBreaks: "Nothing is wrong; there is no report because not everything was read.",
    howToFix: ["Open the file again to start over."],
    seeYourself: [],
    sources: [],
  },
  "link-damaged": {
    title: "The link is damaged",
    whatItIs:
      "A share link holds the facts of a report, packed, and ends in a check value. The text received is not complete, or its check value does not fit.",
    whyItBreaks:
      "Chat and mail programs cut long addresses or break them over several lines; a part of the facts could give another verdict, so none is shown.",
    howToFix: [
      "Ask for the link again, as a whole and on one line, or for the report as a file (Download JSON).",
      "If you have the wheel, open it: the report is made again.",
    ],
    seeYourself: [],
    sources: [],
  },
  "link-too-new": {
    title: "The link is from a newer version",
    whatItIs:
      "Every share link begins with the version of its form. This one is of a form that this version of Wheelscope does not know yet.",
    whyItBreaks: "What an older program does not know it could only guess at.",
    howToFix: [
      "Reload the page, so that it brings itself up to date; on the command line, install the newest version. Links of all older versions open in newer ones.",
    ],
    seeYourself: [{ command: "wheelscope --version", shows: "The version of the command line." }],
    sources: [],
  },
  "link-too-long": {
    title: "The link is too long",
    whatItIs: "A share link has 32,000 characters at most. The text received is far longer than that.",
    whyItBreaks: "Browsers cut such addresses, and what they cut off would be missing from the report.",
    howToFix: ["Ask for the report as a file (Download JSON) and open that, or open the wheel itself."],
    seeYourself: [],
    sources: [],
  },
  "report-unreadable": {
    title: "The report cannot be opened",
    whatItIs:
      "A JSON file was opened that is not a report of Wheelscope, is damaged, or was written before reports held the facts they are made of.",
    whyItBreaks:
      "A report is judged again when it is opened, so that its verdict follows today's policies. That takes the facts, under the key facts.",
    howToFix: [
      "Write the report again: open the wheel and choose Download JSON, or run wheelscope show --json.",
      "A file that holds the report of an error has no facts either; open the wheel to see what was wrong.",
    ],
    seeYourself: [
      { command: "grep -c '\"facts\"' FILE.json", shows: "0 if there are no facts in the file." },
    ],
    sources: [],
  },
};
