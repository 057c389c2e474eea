/** Explanations of findings about names, tags, metadata and the archive, and of the good news. */
import type { FindingId } from "../findings/index.ts";
import { AUDITWHEEL_SHOW, SOURCES, type Explanation, type SeeYourself } from "./explanation.ts";

const WHEEL_FILE: SeeYourself = {
  command: "unzip -p FILE.whl '*.dist-info/WHEEL'",
  shows: "The Tag lines and Root-Is-Purelib.",
};
const WHEEL_PACK =
  "Repack it: wheel unpack FILE.whl, then wheel pack on the resulting directory writes RECORD and the archive anew.";

export const packagingExplanations = {
  "wheel-name-invalid": {
    title: "Not a valid wheel file name",
    whatItIs:
      "A wheel is named project-version-python-abi-platform.whl, with an optional build number after the version. This name does not follow that form.",
    whyItBreaks: "Installers read the tags from the file name and refuse a name they cannot read.",
    howToFix: [
      "Restore the original name. Browsers add “ (1)” to a second download, and some storages replace underscores or plus signs.",
      "In project names, versions and tags every hyphen must be written as an underscore.",
    ],
    seeYourself: [
      { command: "pip install --no-deps --dry-run FILE.whl", shows: "“is not a valid wheel filename”." },
    ],
    sources: [SOURCES.wheelFormat],
  },
  "claimed-tag-unknown": {
    title: "Claimed tag cannot be judged",
    whatItIs:
      "The file name carries a Linux tag for which no policy exists: the form is unknown, or the architecture has none.",
    whyItBreaks:
      "It may work, but nobody has written down what such a system provides, so no promise can be checked. PyPI may refuse the tag.",
    howToFix: [
      "Check the spelling. Use manylinux_X_Y_arch (PEP 600) or musllinux_X_Y_arch (PEP 656), or a plain linux_arch tag for your own machines.",
    ],
    seeYourself: [{ command: "pip debug --verbose", shows: "All tags that this pip would install." }],
    sources: [SOURCES.platformTags, SOURCES.pep600, SOURCES.pep656],
  },
  "plain-linux-tag": {
    title: "Plain linux tag",
    whatItIs:
      "linux_x86_64 is the tag of a freshly built wheel. It promises only that the wheel runs on a machine like the one that built it.",
    whyItBreaks: "PyPI refuses such a wheel. On another machine, libraries or versions may be missing.",
    howToFix: [
      "Run auditwheel repair on it: it bundles what is missing and gives the wheel the best manylinux tag that fits.",
    ],
    seeYourself: [AUDITWHEEL_SHOW],
    sources: [SOURCES.pep600, SOURCES.platformTags],
  },
  "wheel-tags-differ": {
    title: "File name and WHEEL do not name the same tags",
    whatItIs:
      "The tags stand in the file name, in compressed form, and one by one in the file WHEEL. Written out, the two lists differ.",
    whyItBreaks:
      "pip goes by the file name; other tools and caches go by WHEEL, so the same wheel is accepted in one place and refused in another. Usually somebody renamed the file.",
    howToFix: [
      "Change tags with a tool that writes both: wheel tags --remove --platform-tag=… FILE.whl, or auditwheel repair.",
    ],
    seeYourself: [WHEEL_FILE],
    sources: [SOURCES.pep425, SOURCES.pep427, SOURCES.wheelFormat],
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
  "several-dist-info": {
    title: "Several .dist-info directories",
    whatItIs:
      "The archive has more than one .dist-info directory at its top, so it claims to be several packages at once.",
    whyItBreaks: "Installers and auditwheel refuse it: “multiple .dist-info directories found”.",
    howToFix: [
      "Delete the build directory and build again; mostly the metadata of an older version was left there. Vendored packages belong in a subdirectory.",
    ],
    seeYourself: [
      { command: "unzip -l FILE.whl '*.dist-info/WHEEL'", shows: "One line for each such directory." },
    ],
    sources: [SOURCES.wheelFormat],
  },
  "dist-info-name-differs": {
    title: "Metadata directory does not fit the file name",
    whatItIs: "The .dist-info directory is named after another project or version than the file.",
    whyItBreaks:
      "PyPI refuses the upload, and some installers refuse the file. Installed, the package appears under the name in the metadata.",
    howToFix: ["Do not rename wheels. Change name or version in the project and build again."],
    seeYourself: [{ command: "unzip -l FILE.whl '*.dist-info/METADATA'", shows: "The directory as it is." }],
    sources: [SOURCES.wheelFormat],
  },
  "record-mismatch": {
    title: "RECORD and the archive disagree",
    whatItIs:
      "RECORD lists every file of the wheel with its hash and size. The list does not describe what is in the archive.",
    whyItBreaks:
      "Files that are listed but absent make installers and auditwheel fail; files that are present but not listed are left behind when the package is removed; a wrong hash looks like tampering. PyPI warns and has announced to refuse such wheels.",
    howToFix: [WHEEL_PACK, "Do not add or remove files of a wheel with a zip program."],
    seeYourself: [
      { command: "unzip -p FILE.whl '*.dist-info/RECORD'", shows: "The list." },
      { command: "python -m zipfile --list FILE.whl", shows: "The archive's contents to compare it with." },
    ],
    sources: [SOURCES.wheelFormat, SOURCES.pypiArchives],
  },
  "library-not-in-record": {
    title: "Library not listed in RECORD",
    whatItIs: "A native file is in the archive, but RECORD does not list it.",
    whyItBreaks:
      "auditwheel goes through RECORD and never sees the file, so its verdict does not cover it. pip installs the file but does not remove it again.",
    howToFix: [WHEEL_PACK],
    seeYourself: [
      {
        command: "unzip -p FILE.whl '*.dist-info/RECORD' | grep '\\.so'",
        shows: "The native files that are listed.",
      },
    ],
    sources: [SOURCES.wheelFormat, SOURCES.auditwheel],
  },
  "archive-anomaly": {
    title: "Unusual zip archive",
    whatItIs:
      "A zip archive describes its entries twice, in front of each entry and in a directory at the end, and there is room for bytes that belong to neither. This archive uses that freedom in an unusual way.",
    whyItBreaks:
      "Two tools can read such an archive differently: what a scanner saw need not be what pip installs. PyPI therefore refuses duplicate names, contradictions between the two descriptions, trailing bytes, data descriptors and the like.",
    howToFix: [WHEEL_PACK],
    seeYourself: [
      { command: "unzip -t FILE.whl", shows: "Warnings about extra bytes and bad entries." },
      { command: "zipinfo -v FILE.whl", shows: "Every field of every entry." },
    ],
    sources: [SOURCES.pypiArchives, SOURCES.zip],
  },
  "claimed-tag-stricter-than-needed": {
    title: "Runs on older systems than it claims",
    whatItIs:
      "The tag asks for a newer system than the contents need: by its symbols and libraries the wheel would also meet an older policy.",
    whyItBreaks:
      "Nothing breaks. But pip does not offer the wheel to users of older systems, on which it would run.",
    howToFix: [
      "If you want those users, tag the wheel accordingly: auditwheel repair without --plat picks the oldest tag that fits.",
      "If you do not want to support or test older systems, leave the tag as it is.",
    ],
    seeYourself: [AUDITWHEEL_SHOW],
    sources: [SOURCES.pep600],
  },
  "tag-complies": {
    title: "Complies with its tag",
    whatItIs:
      "Every symbol version and every library that the wheel needs from the system is promised by the tags in its file name.",
    whyItBreaks:
      "It does not. What a tag cannot promise remains open: libraries opened by name while the program runs, data files, and errors in the code.",
    howToFix: ["Nothing to do. Run wheelscope check in continuous integration to keep it so."],
    seeYourself: [AUDITWHEEL_SHOW],
    sources: [SOURCES.pep600, SOURCES.platformTags],
  },
} as const satisfies Partial<Record<FindingId, Explanation>>;
