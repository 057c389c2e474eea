/**
 * The facts of a wheel and of its libraries, each described once: what the archive, its file name and its dist-info say. Read by
 * src/engine; model.ts has the types. Keys and usual values are those of share links, version 1.
 */
import {
  count,
  field,
  flag,
  hex,
  listOf,
  name,
  oneOf,
  oneWord,
  orNull,
  record,
  row,
  text,
  union,
} from "./describe.ts";
import { elf } from "./elf.ts";
import { INSPECT_ERROR_IDS } from "./inspect-error.ts";
import { links } from "./links.ts";
import { parseWheelName, wheelName } from "./names/wheel-name.ts";

const error = record({
  id: field(oneWord(INSPECT_ERROR_IDS), { key: "i", about: "Which error." }),
  path: field(orNull(name), { key: "p", usual: null, about: "The entry of the archive concerned." }),
  detail: field(orNull(text), { key: "d", usual: null, about: "A figure, or the name of a table." }),
  offset: field(orNull(count), {
    key: "o",
    usual: null,
    about: "Bytes from the start of the file or entry.",
  }),
});

/** One native file of the wheel: facts, or the reason why there are none. */
export const library = record(
  {
    path: field(name, { key: "p", about: "Path inside the wheel, with `/`." }),
    sizeBytes: field(count, { key: "z", about: "Inflated size." }),
    compressedBytes: field(count, { key: "c", usual: 0, about: "Size in the archive." }),
    inRecord: field(flag, {
      key: "r",
      usual: true,
      about: "False if RECORD does not list the file; auditwheel never sees such a file.",
    }),
    elf: field(orNull(elf), { key: "e", usual: null, about: "The facts; null if they could not be read." }),
    error: field(orNull(error), { key: "x", usual: null, about: "Set exactly if `elf` is null." }),
    links: field(orNull(links), {
      key: "n",
      usual: null,
      about:
        "What it asks of others by name; null if nobody looked (older reports), or it has too many names.",
    }),
  },
  { where: ({ elf: facts, error: reason }) => (facts === null) !== (reason === null), packed: "library" },
);

/** What `*.dist-info/METADATA` and `WHEEL` say. */
export const distInfo = record({
  directory: field(text, { key: "d", about: "E.g. numpy-2.4.6.dist-info." }),
  name: field(orNull(text), { key: "n", about: "METADATA: Name." }),
  version: field(orNull(text), { key: "v", about: "METADATA: Version." }),
  requiresPython: field(orNull(text), { key: "rp", usual: null, about: "METADATA: Requires-Python." }),
  requiresDist: field(listOf(text), { key: "rd", usual: [], about: "METADATA: the Requires-Dist lines." }),
  tags: field(listOf(text), { key: "t", usual: [], about: "WHEEL: the Tag lines, in order." }),
  rootIsPurelib: field(orNull(flag), { key: "p", usual: false, about: "WHEEL: Root-Is-Purelib." }),
  generator: field(orNull(text), { key: "g", usual: null, about: "WHEEL: Generator." }),
});

/** Where `RECORD` and the archive differ. */
export const recordProblem = union({
  "missing-file": { path: name },
  "unlisted-file": { path: name },
  "size-differs": { path: name, recorded: count, actual: count },
  "hash-differs": { path: name },
  /** Lines are counted from 1. */
  "malformed-row": { line: count },
});

/** Kinds of oddities of an archive that do not stop us from reading it; including what PyPI refuses. */
export const ARCHIVE_PROBLEM_KINDS = [
  "data-after-end",
  "data-before-start",
  "data-between-entries",
  "overlapping-entries",
  "duplicate-name",
  "name-leaves-archive",
  "name-not-utf8",
  "name-control-character",
  "local-header-differs",
  "data-descriptor",
  "encrypted-entry",
  "unsupported-compression",
  "compression-ratio",
  "archive-comment",
  "entry-comment",
  "zip64-extra-odd",
  "directory-count-differs",
  "foreign-compression",
] as const;

export const archiveProblem = row({
  kind: oneOf(ARCHIVE_PROBLEM_KINDS),
  /** The entry concerned, if it is about one. */
  path: orNull(name),
  /** A short figure or name for the sentence, e.g. `12 bytes`. */
  detail: orNull(text),
});

/** Kinds of native files that are no ELF files and that no policy judges, by the end of their names. */
export const OTHER_NATIVE_KINDS = ["static-archive", "dll", "pyd", "dylib", "exe"] as const;

/** What `usual` of a later field is given of the fields before it. */
interface Before {
  readonly kind: "wheel" | "library";
  readonly fileName: string;
  readonly distInfo: { readonly directory: string } | null;
  readonly entryCount: number;
}

export const wheel = record({
  kind: field(oneOf(["wheel", "library"]), {
    key: "k",
    usual: "wheel",
    about: "`library`: a bare library was opened; there is no claim to judge.",
  }),
  fileName: field(name, { key: "f", about: "Without directories." }),
  sizeBytes: field(count, { key: "z", about: "Size of the file." }),
  sha256: field(orNull(hex), {
    key: "h",
    usual: null,
    about:
      "Of the whole file, in hex; null until somebody computes it (it costs as much as reading the wheel).",
  }),
  name: field(orNull(wheelName), {
    key: "n",
    usual: ({ kind, fileName }: Before) => (kind === "wheel" ? parseWheelName(fileName) : null),
    about: "Null if the name is not a wheel's name, and for a bare library.",
  }),
  distInfo: field(orNull(distInfo), { key: "i", usual: null, about: "Null if there is none, or several." }),
  distInfoDirectories: field(listOf(text), {
    key: "id",
    usual: ({ distInfo: facts }: Before) => (facts === null ? [] : [facts.directory]),
    about: "All *.dist-info directories at the root; exactly one is right.",
  }),
  entryCount: field(count, { key: "e", about: "Number of files in the archive." }),
  directories: field(listOf(name), {
    key: "d",
    usual: [],
    about:
      "Every directory that holds something, sorted, without the root; RPATH elements are resolved against these.",
  }),
  libraries: field(listOf(library), {
    key: "l",
    usual: [],
    about:
      "Files that begin with the ELF magic, in the order of RECORD (auditwheel's), those it does not list after them.",
  }),
  impostors: field(listOf(name), {
    key: "im",
    usual: [],
    about: "Files that are not ELF but have the name of a needed library: a linker script, a text file.",
  }),
  record: field(
    row({
      present: flag,
      rowCount: count,
      /** The first 200 of them; `problemCount` is how many there are. */
      problems: listOf(recordProblem),
      problemCount: count,
    }),
    {
      key: "r",
      usual: ({ entryCount }: Before) => ({
        present: true,
        rowCount: entryCount,
        problems: [],
        problemCount: 0,
      }),
      about: "RECORD, held against the archive.",
    },
  ),
  archive: field(
    row({
      /** At most 20 of each kind; `problemCount` is how many there are. */
      problems: listOf(archiveProblem),
      problemCount: count,
    }),
    { key: "a", usual: { problems: [], problemCount: 0 }, about: "Oddities of the archive." },
  ),
  preloadHints: field(orNull(listOf(row({ path: name, word: name }))), {
    key: "ph",
    usual: null,
    about:
      "Scripts that may load libraries before they are asked for, with the word that says so; null: not looked for, since every library in the wheel is found without.",
  }),
  otherNative: field(
    orNull(
      listOf(
        row({
          /** By the end of the name, in any case: `.a` is a static archive. What is inside was not looked at. */
          kind: oneOf(OTHER_NATIVE_KINDS),
          count,
          /** Inflated, all of them together. */
          bytes: count,
        }),
      ),
    ),
    {
      key: "on",
      usual: null,
      about:
        "Native files that are not ELF, counted by their names; null: a bare library, or nobody counted.",
    },
  ),
});
