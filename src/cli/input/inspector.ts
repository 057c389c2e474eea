/** What the commands need of the machine: files by path, read by the engine in Node. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { NameFacts } from "../../facts/code-facts.ts";
import type { CommonNames } from "../../facts/names/common-names.ts";
import type { Outcome } from "../../facts/inspect-error.ts";
import { watchListOf } from "../../core/knowledge/knowledge.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { knowledge } from "../../data/index.ts";
import type { Progress } from "../../engine/protocol.ts";
import { createNodeEngine } from "../../node/engine.ts";

export interface InspectRequest {
  readonly path: string;
  /** Also the SHA-256 of the whole file. */
  readonly hash: boolean;
  /** Symbol names kept for each version need. */
  readonly evidenceLimit: number;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
}

export interface LinkedFacts {
  readonly facts: WheelFacts;
  /** By the path of the library in it. */
  readonly tables: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** From a path to facts; the one thing that the commands need of the machine. */
export interface Inspector {
  inspect(request: InspectRequest): Promise<Outcome<WheelFacts>>;
  /** The same with the link tables of its libraries, to look at several files together. */
  inspectLinked(request: InspectRequest): Promise<Outcome<LinkedFacts>>;
  /** Mangled names, read: in their order. At most as many as the engine takes at once. */
  names(names: readonly string[]): Promise<Outcome<readonly NameFacts[]>>;
  dispose(): void;
}

const watch = watchListOf(knowledge);

/** Large, so they are loaded when they are first asked for. */
export const commonNames = async (): Promise<CommonNames> =>
  (await import("../../data/libc-names/common-names.ts")).commonNames;

/** Starts no worker before the first file. */
export async function createInspector(): Promise<Inspector> {
  const engine = await createNodeEngine();
  return {
    async inspectLinked({ path, evidenceLimit, onProgress, signal }) {
      const outcome = await engine.inspect(
        { kind: "path", path },
        { fileName: basename(path), watch, commonNames, keepLinks: true, evidenceLimit, onProgress, signal },
      );
      if (!outcome.ok) return outcome;
      const { facts, tables } = outcome.value;
      outcome.value.close();
      return { ok: true, value: { facts, tables } };
    },
    async inspect({ path, hash, evidenceLimit, onProgress, signal }) {
      const options = {
        fileName: basename(path),
        watch,
        commonNames,
        evidenceLimit,
        onProgress,
        signal,
      };
      // Node's own SHA-256, on another thread, while the libraries are read.
      const hashed = hash ? sha256(path, signal).catch(() => null) : null;
      const outcome = await engine.inspect({ kind: "path", path }, options);
      if (!outcome.ok) return outcome;
      const { facts } = outcome.value;
      outcome.value.close();
      return { ok: true, value: hashed === null ? facts : { ...facts, sha256: await hashed } };
    },
    names: (names) => engine.names(names),
    dispose: () => engine.dispose(),
  };
}

async function sha256(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash, { signal });
  return hash.digest("hex");
}
