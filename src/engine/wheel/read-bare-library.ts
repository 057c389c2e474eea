/** A file that is one library, not a wheel: read like an entry that is stored and whose checksum nobody knows. */
import type { CommonNames } from "../../facts/names/common-names.ts";
import type { ByteSource } from "../byte-source.ts";
import type { Crew } from "../workers/crew.ts";
import { fail, Failure } from "../failure.ts";
import { joinLinks } from "./join-links.ts";
import { limits } from "../limits.ts";
import type { ProgressMeter } from "../progress.ts";
import { tablesOf, type ReadFile } from "./read-wheel.ts";
import type { PlacedEntry } from "../workers/worker-api.ts";
import { bytesText } from "../zip/end.ts";
import { method } from "../zip/format.ts";

/** Throws a `Failure` where the library cannot be read: there is nothing else to report. */
export async function readBareLibrary(
  source: ByteSource,
  fileName: string,
  crew: Crew,
  progress: ProgressMeter,
  commonNames: () => Promise<CommonNames>,
): Promise<ReadFile> {
  if (source.size > limits.libraryBytes) {
    fail("entry-too-large", { path: fileName, detail: bytesText(source.size) });
  }
  const placed: PlacedEntry = {
    entry: {
      path: fileName,
      offset: 0,
      flags: 0,
      method: method.stored,
      crc32: null,
      compressedBytes: source.size,
      sizeBytes: source.size,
      nameBytes: 0,
      kind: "file",
    },
    dataFrom: 0,
  };
  progress.enter("libraries", source.size);
  const library = await crew.call(0, async (api) => api.readBare(placed));
  if (library === null) return fail("library-unreadable", { path: fileName });
  if (library.error !== null) throw new Failure(library.error);
  const [joined = null] = await joinLinks([library], commonNames);
  progress.finish(1);
  const nothing = { problems: [], problemCount: 0 };
  return {
    facts: {
      kind: "library",
      fileName,
      sizeBytes: source.size,
      sha256: null,
      name: null,
      distInfo: null,
      distInfoDirectories: [],
      entryCount: 1,
      directories: [],
      libraries: [
        {
          path: fileName,
          sizeBytes: source.size,
          compressedBytes: source.size,
          // There is no RECORD that could leave it out.
          inRecord: true,
          elf: library.elf,
          error: null,
          links: joined,
        },
      ],
      impostors: [],
      record: { present: false, rowCount: 0, ...nothing },
      archive: nothing,
      preloadHints: null,
      otherNative: null,
    },
    libraries: new Map([[fileName, placed]]),
    tables: tablesOf([library]),
  };
}
