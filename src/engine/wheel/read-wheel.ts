/** A whole wheel: directory, dist-info and libraries put together as facts. */
import { inspectError, type InspectError } from "../../facts/inspect-error.ts";
import type { CommonNames } from "../../facts/names/common-names.ts";
import type { LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { parseWheelName } from "../../facts/names/wheel-name.ts";
import { ArchiveProblems } from "../zip/archive-problems.ts";
import { readExactly, type ByteSource } from "../byte-source.ts";
import type { Crew } from "../workers/crew.ts";
import { fail, Failure } from "../failure.ts";
import { planJobs, type Job } from "../workers/jobs.ts";
import { Pace } from "../pace.ts";
import type { ProgressMeter } from "../progress.ts";
import { joinLinks } from "./join-links.ts";
import { otherNative } from "./other-native.ts";
import { preloadHints } from "./preload-hints.ts";
import { readDistInfo, type DistInfo } from "./read-dist-info.ts";
import type { JobResult } from "../workers/read-job.ts";
import type { ReadLibrary } from "../workers/read-library.ts";
import { compareRecord } from "./record.ts";
import { runJobs } from "../workers/run-jobs.ts";
import { fileNameOf } from "../../facts/path.ts";
import { isTextByName, wheelFiles, whyNotWheel, type WheelFiles } from "./wheel-files.ts";
import type { PlacedEntry } from "../workers/worker-api.ts";
import { readDirectory, type ZipDirectory, type ZipEntry } from "../zip/directory.ts";
import { isEncrypted, isForeignEntry } from "../zip/format.ts";
import { checkLayout } from "../zip/layout.ts";

/** Facts, and where each library lies for those who want to read it again. */
export interface ReadFile {
  readonly facts: WheelFacts;
  readonly libraries: ReadonlyMap<string, PlacedEntry>;
  /** The link table of each library, for those who look at several files together. */
  readonly tables: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Throws a `Failure` where the file as a whole cannot be read. */
export async function readWheel(
  source: ByteSource,
  fileName: string,
  crew: Crew,
  progress: ProgressMeter,
  commonNames: () => Promise<CommonNames>,
): Promise<ReadFile> {
  const problems = new ArchiveProblems();
  const pace = new Pace();
  const directory = (await readDirectory(source, problems)) ?? (await failWithoutDirectory(source));
  await pace.rest();
  const files = wheelFiles(directory);
  const refusal = whyNotWheel(files, fileName) ?? whyUnreadable(files);
  if (refusal !== null) throw new Failure(refusal);

  await pace.rest();
  const jobs = planJobs(directory);
  progress.enter(
    "libraries",
    directory.entries.reduce((sum, entry) => sum + entry.compressedBytes, 0),
  );
  const done: DoneJob[] = [];
  // Fetched while the libraries are read.
  const common = commonNames().catch(() => null);
  const names = async (): Promise<CommonNames> => (await common) ?? Promise.reject(new Error("not there"));
  const reading = runJobs(crew, jobs, (job, result) => done.push({ job, result }));
  const name = parseWheelName(fileName);
  const sha256 = (bytes: Uint8Array): Promise<string> => crew.insist(0, async (api) => api.sha256(bytes));
  const [distInfo] = await Promise.all([readDistInfo(source, files, name, sha256), reading]);

  const { read, dataFrom } = collect(done, problems);
  checkLayout(directory, dataFrom, problems);
  progress.finish(read.size);
  await pace.rest();
  const libraries = await withLinks(inOrder(read, files, directory, distInfo), read, names);
  const record = recordFacts(distInfo, files);
  await pace.rest();
  const hints = await preloadHints(source, files, libraries);
  const facts: WheelFacts = {
    kind: "wheel",
    fileName,
    sizeBytes: source.size,
    sha256: null,
    name,
    distInfo: distInfo?.facts ?? null,
    distInfoDirectories: files.distInfoDirectories,
    entryCount: files.byPath.size,
    directories: files.directories,
    libraries,
    impostors: impostors(libraries, files),
    record,
    archive: problems.list(),
    preloadHints: hints,
    otherNative: otherNative(files, libraries),
  };
  return { facts, libraries: placeLibraries(libraries, files, dataFrom), tables: tablesOf(read.values()) };
}

interface DoneJob {
  readonly job: Job;
  readonly result: JobResult;
}

interface Collected {
  readonly read: ReadonlyMap<string, ReadLibrary>;
  readonly dataFrom: ReadonlyMap<ZipEntry, number>;
}

/** Puts results together in the archive's order: the same file gives the same facts, whichever worker was first. */
function collect(done: DoneJob[], problems: ArchiveProblems): Collected {
  const read = new Map<string, ReadLibrary>();
  const dataFrom = new Map<ZipEntry, number>();
  done.sort((a, b) => a.job.from - b.job.from);
  for (const { job, result } of done) {
    for (const [index, entry] of job.entries.entries()) {
      const from = result.dataFrom[index];
      if (from !== undefined) dataFrom.set(entry, from);
    }
    for (const library of result.libraries) read.set(library.path, library);
    problems.merge(result.problems);
  }
  return { read, dataFrom };
}

function placeLibraries(
  libraries: readonly LibraryFacts[],
  files: WheelFiles,
  dataFrom: ReadonlyMap<ZipEntry, number>,
): Map<string, PlacedEntry> {
  const placed = new Map<string, PlacedEntry>();
  for (const { path } of libraries) {
    const entry = files.byPath.get(path);
    const from = entry && dataFrom.get(entry);
    if (entry !== undefined && from !== undefined) placed.set(path, { entry, dataFrom: from });
  }
  return placed;
}

export function tablesOf(libraries: Iterable<ReadLibrary>): Map<string, Uint8Array<ArrayBuffer>> {
  const tables = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { path, links } of libraries) if (links !== null) tables.set(path, links);
  return tables;
}

async function failWithoutDirectory(source: ByteSource): Promise<never> {
  const start = await readExactly(source, 0, Math.min(4, source.size));
  const zip = start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;
  return zip
    ? fail("zip-damaged", { detail: "its directory is missing; the file is cut short", offset: source.size })
    : fail("not-a-zip");
}

/** An archive of which nothing can be read. */
function whyUnreadable(files: WheelFiles): InspectError | null {
  const all = [...files.byPath.values()];
  const [first] = all;
  if (first === undefined || all.some((entry) => entry.kind === "file")) return null;
  return whyClosed(all.find(isEncrypted) ?? first);
}

/** In RECORD's order, which is auditwheel's; then what RECORD does not list, in the archive's. */
function inOrder(
  read: ReadonlyMap<string, ReadLibrary>,
  files: WheelFiles,
  directory: ZipDirectory,
  distInfo: DistInfo | null,
): LibraryFacts[] {
  const listed = new Set(distInfo?.record?.rows.map(({ path }) => path));
  const order = new Set([...listed, ...directory.entries.map(({ path }) => path)]);
  const libraries: LibraryFacts[] = [];
  for (const path of order) {
    const entry = files.byPath.get(path);
    if (entry === undefined) continue;
    const library = read.get(path) ?? unreadable(entry);
    if (library === null) continue;
    libraries.push({
      path,
      sizeBytes: entry.sizeBytes,
      compressedBytes: entry.compressedBytes,
      inRecord: listed.has(path),
      elf: library.elf,
      error: library.error,
      links: null,
    });
  }
  return libraries;
}

/** The same libraries with what they ask of each other. */
async function withLinks(
  libraries: readonly LibraryFacts[],
  read: ReadonlyMap<string, ReadLibrary>,
  commonNames: () => Promise<CommonNames>,
): Promise<LibraryFacts[]> {
  const nothing = { links: null };
  const joined = await joinLinks(
    libraries.map((library) => ({ ...library, ...(read.get(library.path) ?? nothing) })),
    commonNames,
  );
  return libraries.map((library, place) => ({ ...library, links: joined[place] ?? null }));
}

/**
 * An entry whose first bytes nobody can see may be native: it stands in the report as one that could not be read. Text that pip
 * unpacks though we do not (bzip2, LZMA) is a finding about the archive and no more.
 */
function unreadable(entry: ZipEntry): ReadLibrary | null {
  if (entry.kind !== "unreadable") return null;
  if (isForeignEntry(entry) && isTextByName(entry.path)) return null;
  return { path: entry.path, elf: null, error: whyClosed(entry), links: null };
}

function whyClosed(entry: ZipEntry): InspectError {
  if (isEncrypted(entry)) return inspectError("zip-encrypted", { path: entry.path });
  return inspectError("unsupported-compression", { path: entry.path, detail: `method ${entry.method}` });
}

function impostors(libraries: readonly LibraryFacts[], files: WheelFiles): string[] {
  const native = new Set(libraries.map(({ path }) => path));
  const needed = new Set(libraries.flatMap(({ elf }) => elf?.needed ?? []));
  return [...files.byPath.keys()].filter((path) => needed.has(fileNameOf(path)) && !native.has(path));
}

function recordFacts(distInfo: DistInfo | null, files: WheelFiles): WheelFacts["record"] {
  const record = distInfo?.record ?? null;
  if (distInfo === null || record === null)
    return { present: false, rowCount: 0, problems: [], problemCount: 0 };
  const sizes = new Map<string, number>();
  for (const [path, entry] of files.byPath) sizes.set(path, entry.sizeBytes);
  const comparison = compareRecord(record, distInfo.facts.directory, sizes, distInfo.differingHashes);
  return { present: true, rowCount: record.rows.length, ...comparison };
}
