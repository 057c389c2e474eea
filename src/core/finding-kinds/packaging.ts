/** Findings about the wheel as a package: names, metadata, archive. */
import type { FindingId, FindingKind } from "../findings/index.ts";

export const packagingFindings = {
  "library-in-purelib": {
    title: "Native code in a purelib folder",
    severity: "error",
    summary: "Native files lie in the part of the wheel that is meant for pure Python.",
  },
  "pure-tag-with-native-code": {
    title: "Native code under a tag for any platform",
    severity: "error",
    summary: "The file name says that the wheel runs on any platform, but it holds native code.",
  },
  "platform-tag-without-native-code": {
    title: "No native code under a platform tag",
    severity: "warning",
    summary: "The file name names a platform, but nothing in the wheel is compiled.",
  },
  "wheel-name-invalid": {
    title: "Not a valid wheel file name",
    severity: "error",
    summary: "The file name does not follow the rules for wheel file names, so installers refuse it.",
  },
  "claimed-tag-unknown": {
    title: "Claimed tag cannot be judged",
    severity: "warning",
    summary: "The file name carries a Linux tag for which there are no rules.",
  },
  "plain-linux-tag": {
    title: "Plain linux tag",
    severity: "info",
    summary: "The tag promises nothing beyond the machine the wheel was built on.",
  },
  "wheel-tags-differ": {
    title: "File name and WHEEL do not name the same tags",
    severity: "warning",
    summary: "The tags in the file name and in the WHEEL file differ.",
  },
  "dist-info-missing": {
    title: "No .dist-info directory",
    severity: "error",
    summary: "The wheel has no metadata directory, so installers refuse it.",
  },
  "several-dist-info": {
    title: "Several .dist-info directories",
    severity: "error",
    summary: "The wheel has more than one metadata directory, so installers refuse it.",
  },
  "dist-info-name-differs": {
    title: "Metadata directory does not fit the file name",
    severity: "warning",
    summary: "The .dist-info directory bears another name or version than the file.",
  },
  "record-mismatch": {
    title: "RECORD and the archive disagree",
    severity: "warning",
    summary: "RECORD does not describe the files that are in the archive.",
  },
  "library-not-in-record": {
    title: "Library not listed in RECORD",
    severity: "warning",
    summary: "A native file is missing from RECORD, so auditwheel never looks at it.",
  },
  "archive-anomaly": {
    title: "Unusual zip archive",
    severity: "warning",
    summary: "The archive is built in a way that PyPI refuses or that tools read differently.",
  },
} satisfies Partial<Record<FindingId, FindingKind>>;
