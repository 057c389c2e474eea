/**
 * What a person reads when a file cannot be inspected: a title, one sentence on what happened, one on what to do. The
 * wording is part of the product; tests hold it word for word.
 */
import type { InspectError, InspectErrorId } from "../facts/inspect-error.ts";

export interface ErrorText {
  readonly title: string;
  readonly sentence: string;
  readonly advice: string;
  /** "file": the input is the cause, offer another file. "program": ours is, offer a report. */
  readonly about: "file" | "program";
}

type Writer = (error: InspectError) => ErrorText;

/** The text for one error, with the entry's path and the detail filled in if there are any. */
export function errorText(error: InspectError): ErrorText {
  return writers[error.id](error);
}

const file = (title: string, sentence: string, advice: string): ErrorText => ({
  title,
  sentence,
  advice,
  about: "file",
});
const program = (title: string, sentence: string, advice: string): ErrorText => ({
  title,
  sentence,
  advice,
  about: "program",
});

const entry = (error: InspectError): string =>
  error.path === null ? "An entry of the archive" : `The entry ${error.path}`;
const native = (error: InspectError): string => error.path ?? "The library";
const detail = (error: InspectError): string => (error.detail === null ? "" : ` (${error.detail})`);

const downloadAgain =
  "Download or build the file again; if the new copy fails too, the fault is in how it was packed.";

const writers: Readonly<Record<InspectErrorId, Writer>> = {
  "not-a-zip": (error) =>
    file(
      "Not a wheel",
      `The file is not a zip archive${detail(error)}, and every wheel is one.`,
      "Choose a file that ends in .whl; if this one does, the download is probably incomplete or is an error page.",
    ),
  "not-a-wheel": (error) =>
    file(
      "A zip archive, but not a wheel",
      `The archive opens, but nothing in it makes it a wheel${detail(error)}.`,
      "Choose a file that ends in .whl; a wheel has a .dist-info directory at its top.",
    ),
  "source-release": (error) =>
    file(
      "That is a source release",
      `The file holds source code that has yet to be built${detail(error)}; there is nothing compiled to inspect.`,
      "Wheels end in .whl. Build one with “pip wheel --no-deps” and this file, or download the project's wheel.",
    ),
  "conda-package": (error) =>
    file(
      "That is a conda package",
      `Conda packages follow other rules than wheels${detail(error)}, and the manylinux tags say nothing about them.`,
      "Choose the project's wheel, a file that ends in .whl.",
    ),
  "foreign-library": (error) =>
    file(
      "Not a Linux library",
      `The file is a native library for another system${detail(error)}; only ELF files can be inspected.`,
      "Choose a Linux wheel (.whl) or a Linux library (.so).",
    ),
  "zip-damaged": (error) =>
    file(
      "The archive is damaged",
      `${entry(error)} cannot be read: the zip structure is broken${detail(error)}.`,
      downloadAgain,
    ),
  "zip-encrypted": (error) =>
    file(
      "The archive is encrypted",
      `${entry(error)} is encrypted, which no wheel may be.`,
      "Pack the wheel again without a password.",
    ),
  "zip-multi-disk": () =>
    file(
      "The archive is split over several files",
      "The zip directory says that parts of the archive lie in other files.",
      "Join the parts, or pack the wheel again as a single file.",
    ),
  "too-many-entries": (error) =>
    file(
      "Too many files in the archive",
      `The archive lists more files than can be read${detail(error)}.`,
      "Real wheels stay far below this limit; look at how the file was packed.",
    ),
  "too-large": (error) =>
    file(
      "The file is too large",
      `The file is larger than can be read${detail(error)}.`,
      "Unpack the wheel and open its libraries one by one.",
    ),
  "entry-too-large": (error) =>
    file(
      "A library is too large",
      `${entry(error)} is larger than can be read${detail(error)}.`,
      "The rest of the report stands; inspect this file with readelf.",
    ),
  "compression-bomb": (error) =>
    file(
      "Suspicious compression",
      `${entry(error)} claims to unpack to far more than its compressed size allows${detail(error)}.`,
      "Do not trust this file; no honest wheel looks like this.",
    ),
  "unsupported-compression": (error) =>
    file(
      "Unsupported compression method",
      `${entry(error)} is packed with a method other than stored or deflate${detail(error)}.`,
      "Pack the wheel again with deflate; PyPI accepts nothing else.",
    ),
  "checksum-mismatch": (error) =>
    file(
      "Checksum mismatch",
      `${entry(error)} does not have the CRC-32 that the archive states for it${detail(error)}.`,
      downloadAgain,
    ),
  "size-mismatch": (error) =>
    file(
      "Size mismatch",
      `${entry(error)} does not unpack to the size that the archive states for it${detail(error)}.`,
      downloadAgain,
    ),
  "library-unreadable": (error) =>
    file(
      "Library unreadable",
      `${native(error)} begins like an ELF file, but its tables contradict each other${detail(error)}.`,
      "The rest of the report stands; try “readelf -a” on this file to see what is wrong with it.",
    ),
  "library-truncated": (error) =>
    file(
      "Library cut short",
      `${native(error)} ends before its tables do${detail(error)}.`,
      "The rest of the report stands; build the library again, and look at what stripped or patched it.",
    ),
  "library-limit": (error) =>
    file(
      "Library beyond the limits",
      `${native(error)} has tables larger than the reader's memory allows${detail(error)}.`,
      "The rest of the report stands; inspect this file with readelf.",
    ),
  "dist-info-missing": () =>
    file(
      "No .dist-info directory",
      "The archive has no .dist-info directory at its top, so it is not a wheel.",
      "Build the wheel with a build backend (“python -m build”) rather than by zipping files.",
    ),
  "read-failed": (error) =>
    file(
      "The file could not be read",
      `The system gave no more bytes of the file${detail(error)}.`,
      "The file may have been moved or changed since it was chosen, or the disk may be gone; choose it again.",
    ),
  "engine-crashed": (error) =>
    program(
      "Wheelscope failed",
      `The reader stopped while it was at work${error.path === null ? "" : ` on ${error.path}`}${detail(error)}.`,
      "This is a fault of Wheelscope, not of your file; please report it with the error id.",
    ),
  "out-of-memory": (error) =>
    program(
      "Out of memory",
      `There was not enough memory to read ${error.path ?? "the file"}${detail(error)}.`,
      "Close other programs or tabs and try again; if it happens again, please report it.",
    ),
  cancelled: () =>
    file(
      "Cancelled",
      "The reading was stopped before it was finished.",
      "Open the file again to start over.",
    ),
  "link-damaged": (error) =>
    file(
      "The link is damaged",
      `What follows “#/r/” in the address is not a whole report${detail(error)}.`,
      "Chat and mail programs sometimes cut long addresses: ask for the link again, or for the downloaded report.",
    ),
  "link-too-new": (error) =>
    file(
      "The link is from a newer version",
      `The shared report was made by a newer version of Wheelscope than this one${detail(error)}.`,
      "Reload the page to get the newest version, or update the command line, and open the link again.",
    ),
  "link-too-long": (error) =>
    file(
      "The link is too long",
      `What follows “#/r/” in the address is longer than any report that is sent as a link${detail(error)}.`,
      "Open the report as a file instead: “Download JSON” on the page and “wheelscope show --json” write it.",
    ),
  "report-unreadable": (error) =>
    file(
      "The report cannot be opened",
      `The file is not a report of Wheelscope with the facts that it was made of${detail(error)}.`,
      "Open the wheel itself, or a report that “Download JSON” or “wheelscope show --json” has written since links exist.",
    ),
};
