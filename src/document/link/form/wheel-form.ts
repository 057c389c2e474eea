/** How the facts of a wheel are written, its ELF files by elf-form.ts. Part of version 1 of the form, like that. */
import type { InspectError, InspectErrorId } from "../../../facts/inspect-error.ts";
import type {
  ArchiveProblem,
  ArchiveProblemKind,
  DistInfoFacts,
  LibraryFacts,
  RecordProblem,
  WheelFacts,
  WheelName,
} from "../../../facts/model.ts";
import { fileNameOf } from "../../../core/linkage/resolve.ts";
import { parseWheelName } from "../../../facts/wheel-name.ts";
import { elfForm } from "./elf-form.ts";
import {
  count,
  flag,
  listOf,
  Malformed,
  name,
  oneOf,
  orNull,
  record,
  row,
  text,
  type Form,
  type Json,
} from "./form.ts";
import { hex } from "./hex.ts";

/** Errors by their ids, since more come with time. The table is complete by its type. */
const errorIds: Readonly<Record<InspectErrorId, true>> = {
  "not-a-zip": true,
  "not-a-wheel": true,
  "source-release": true,
  "conda-package": true,
  "foreign-library": true,
  "zip-damaged": true,
  "zip-encrypted": true,
  "zip-multi-disk": true,
  "too-many-entries": true,
  "too-large": true,
  "entry-too-large": true,
  "compression-bomb": true,
  "unsupported-compression": true,
  "checksum-mismatch": true,
  "size-mismatch": true,
  "library-unreadable": true,
  "library-truncated": true,
  "library-limit": true,
  "dist-info-missing": true,
  "read-failed": true,
  "engine-crashed": true,
  "out-of-memory": true,
  cancelled: true,
  "link-damaged": true,
  "link-too-new": true,
  "report-unreadable": true,
};

const isErrorId = (id: string): id is InspectErrorId => Object.hasOwn(errorIds, id);

const errorId: Form<InspectErrorId> = {
  write: (id) => id,
  read(json, from) {
    const id = from.text(json);
    if (!isErrorId(id)) throw new Malformed("error");
    return id;
  },
};

const error = record<InspectError>({
  id: { key: "i", form: errorId },
  path: { key: "p", form: orNull(name), usual: () => null },
  detail: { key: "d", form: orNull(text), usual: () => null },
  offset: { key: "o", form: orNull(count), usual: () => null },
});

const libraryRecord = record<LibraryFacts>({
  path: { key: "p", form: name },
  sizeBytes: { key: "z", form: count },
  compressedBytes: { key: "c", form: count, usual: () => 0 },
  inRecord: { key: "r", form: flag, usual: () => true },
  elf: { key: "e", form: orNull(elfForm), usual: () => null },
  error: { key: "x", form: orNull(error), usual: () => null },
});

/** The init function of most extension modules follows from their file name; `=` stands for it. */
function withInit(
  library: LibraryFacts,
  change: (symbols: readonly string[], usual: string) => readonly string[],
): LibraryFacts {
  const { path, elf } = library;
  if (elf === null || elf.initSymbols.length === 0) return library;
  const usual = `PyInit_${fileNameOf(path).split(".")[0] ?? ""}`;
  return { ...library, elf: { ...elf, initSymbols: change(elf.initSymbols, usual) } };
}

const library: Form<LibraryFacts> = {
  write: (value, to) =>
    libraryRecord.write(
      withInit(value, (symbols, usual) =>
        symbols.length === 1 && symbols[0] === usual
          ? ["="]
          : symbols.map((each) => (each.startsWith("=") ? `=${each}` : each)),
      ),
      to,
    ),
  read(json, from) {
    from.library();
    const facts = withInit(libraryRecord.read(json, from), (symbols, usual) =>
      symbols.map((each) => (each === "=" ? usual : each.startsWith("=") ? each.slice(1) : each)),
    );
    if ((facts.elf === null) === (facts.error === null)) throw new Malformed("facts or an error");
    return facts;
  },
};

const names = listOf(name);
const texts = listOf(text);
/** A file name has room for some dozens. */
const tags = listOf(text, 100);

const wheelNameRecord = record<Required<WheelName>>({
  project: { key: "n", form: text },
  version: { key: "v", form: text },
  build: { key: "b", form: orNull(text), usual: () => null },
  pythonTags: { key: "p", form: tags },
  abiTags: { key: "a", form: tags },
  platformTags: { key: "t", form: tags },
  variant: { key: "x", form: text, usual: () => "" },
});

const wheelName: Form<WheelName> = {
  write: (value, to) => wheelNameRecord.write({ variant: "", ...value }, to),
  read(json, from) {
    const { variant, ...value } = wheelNameRecord.read(json, from);
    return variant === "" ? value : { ...value, variant };
  },
};

const distInfo = record<DistInfoFacts>({
  directory: { key: "d", form: text },
  name: { key: "n", form: orNull(text) },
  version: { key: "v", form: orNull(text) },
  requiresPython: { key: "rp", form: orNull(text), usual: () => null },
  requiresDist: { key: "rd", form: texts, usual: () => [] },
  tags: { key: "t", form: texts, usual: () => [] },
  rootIsPurelib: { key: "p", form: orNull(flag), usual: () => false },
  generator: { key: "g", form: orNull(text), usual: () => null },
});

/** The kind, then its path or line; sizes where they differ. */
const recordProblem: Form<RecordProblem> = {
  write(problem, to) {
    if (problem.kind === "malformed-row") return [problem.kind, problem.line];
    const start: Json[] = [problem.kind, to(problem.path)];
    return problem.kind === "size-differs" ? [...start, problem.recorded, problem.actual] : start;
  },
  read(json, from) {
    const [kind, second, recorded, actual] = from.list(json);
    switch (kind) {
      case "malformed-row":
        return { kind, line: count.read(second, from) };
      case "size-differs":
        return {
          kind,
          path: from.name(second),
          recorded: count.read(recorded, from),
          actual: count.read(actual, from),
        };
      case "missing-file":
      case "unlisted-file":
      case "hash-differs":
        return { kind, path: from.name(second) };
      default:
        throw new Malformed("problem");
    }
  },
};

const archiveProblemKind: Form<ArchiveProblemKind> = oneOf(
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
);

export const wheelForm: Form<WheelFacts> = record<WheelFacts>({
  kind: { key: "k", form: oneOf("wheel", "library"), usual: () => "wheel" },
  fileName: { key: "f", form: name },
  sizeBytes: { key: "z", form: count },
  sha256: { key: "h", form: orNull(hex), usual: () => null },
  name: {
    key: "n",
    form: orNull(wheelName),
    usual: ({ kind, fileName }) => (kind === "wheel" ? parseWheelName(fileName) : null),
  },
  distInfo: { key: "i", form: orNull(distInfo), usual: () => null },
  distInfoDirectories: {
    key: "id",
    form: texts,
    usual: ({ distInfo: facts }) => (facts === null ? [] : [facts.directory]),
  },
  entryCount: { key: "e", form: count },
  directories: { key: "d", form: names, usual: () => [] },
  libraries: { key: "l", form: listOf(library), usual: () => [] },
  impostors: { key: "im", form: names, usual: () => [] },
  record: {
    key: "r",
    form: row<WheelFacts["record"]>({
      present: flag,
      rowCount: count,
      problems: listOf(recordProblem),
      problemCount: count,
    }),
    usual: ({ entryCount }) => ({ present: true, rowCount: entryCount, problems: [], problemCount: 0 }),
  },
  archive: {
    key: "a",
    form: row<WheelFacts["archive"]>({
      problems: listOf(
        row<ArchiveProblem>({ kind: archiveProblemKind, path: orNull(name), detail: orNull(text) }),
      ),
      problemCount: count,
    }),
    usual: () => ({ problems: [], problemCount: 0 }),
  },
});
