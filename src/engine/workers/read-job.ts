/**
 * One job of the archive, done in a worker: read its range, check the local headers, and read every entry that begins
 * with the ELF magic, whatever it is called.
 */
import { ArchiveProblems, type ProblemList } from "../zip/archive-problems.ts";
import { readExactly, type ByteSource } from "../byte-source.ts";
import { fail } from "../failure.ts";
import { isLarge, type Job } from "./jobs.ts";
import { readLarge, readSmall, type NativeReader, type ReadLibrary } from "./read-library.ts";
import { limits } from "../limits.ts";
import type { ZipEntry } from "../zip/directory.ts";
import { viewOf } from "../zip/format.ts";
import { checkLocalHeader } from "../zip/local-header.ts";

export interface JobResult {
  /** For each entry of the job, where its data begins in the file. */
  readonly dataFrom: readonly number[];
  readonly libraries: readonly ReadLibrary[];
  readonly problems: ProblemList;
}

/** Throws a `Failure` where the archive or the file, rather than one library, is at fault. */
export async function readJob(source: ByteSource, native: NativeReader, job: Job): Promise<JobResult> {
  const problems = new ArchiveProblems();
  const [first] = job.entries;
  const read = first !== undefined && isLarge(first) ? readLargeJob(first) : readNeighbours();
  return { ...(await read), problems: problems.list() };

  async function readLargeJob(entry: ZipEntry): Promise<Omit<JobResult, "problems">> {
    const headTo = Math.min(source.size, entry.offset + limits.headBytes);
    const bytes = await readExactly(source, entry.offset, headTo);
    const header = checkLocalHeader(bytes, viewOf(bytes), 0, entry, problems) ?? pastEnd(entry);
    const from = entry.offset + header;
    if (from + entry.compressedBytes > source.size) pastEnd(entry);
    const head = bytes.subarray(header, header + entry.compressedBytes);
    const library = entry.kind === "file" ? await readLarge(native, source, entry, from, head) : null;
    return { dataFrom: [from], libraries: library === null ? [] : [library] };
  }

  async function readNeighbours(): Promise<Omit<JobResult, "problems">> {
    const bytes = await readExactly(source, job.from, job.to);
    const view = viewOf(bytes);
    return native.inTurn(async () => {
      const dataFrom: number[] = [];
      const libraries: ReadLibrary[] = [];
      for (const entry of job.entries) {
        const at = entry.offset - job.from;
        const header = checkLocalHeader(bytes, view, at, entry, problems) ?? (await readLongHeader(entry));
        const from = entry.offset + header;
        dataFrom.push(from);
        if (entry.kind === "file") {
          const to = at + header + entry.compressedBytes;
          const inJob = to <= bytes.length ? bytes.subarray(at + header, to) : null;
          const library = readSmall(native, entry, inJob ?? (await readData(entry, from)));
          if (library !== null) libraries.push(library);
        }
        native.tell({ bytes: entry.compressedBytes });
      }
      return { dataFrom, libraries };
    });
  }

  // The next two happen only where entries lie over each other: this one ends beyond the place where the next begins.
  async function readLongHeader(entry: ZipEntry): Promise<number> {
    const headTo = Math.min(source.size, entry.offset + limits.headBytes);
    const bytes = await readExactly(source, entry.offset, headTo);
    return checkLocalHeader(bytes, viewOf(bytes), 0, entry, problems) ?? pastEnd(entry);
  }

  async function readData(entry: ZipEntry, from: number): Promise<Uint8Array> {
    if (from + entry.compressedBytes > source.size) pastEnd(entry);
    return readExactly(source, from, from + entry.compressedBytes);
  }
}

function pastEnd(entry: ZipEntry): never {
  return fail("zip-damaged", {
    path: entry.path,
    detail: "it runs past the end of the file",
    offset: entry.offset,
  });
}
