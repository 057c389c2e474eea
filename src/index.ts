/**
 * The API of the npm package: `import { inspect, assess, knowledge, toJson } from "wheelscope"`, for Node 20.19 and newer.
 *
 * A file goes through three steps, each of them plain data in the hands of the caller: `inspect` reads what the bytes say
 * (facts), `assess` judges facts by what is known of the world (a report), `toJson` makes the published document of a report.
 */
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { watchListOf, type Knowledge } from "./core/knowledge/knowledge.ts";
import type { Report } from "./core/report.ts";
import { knowledge } from "./data/index.ts";
import { reportJson, type PlatformJson, type PureJson } from "./document/json/report-json.ts";
import type { Progress, SourceDescriptor } from "./engine/protocol.ts";
import { inspectError, type Outcome } from "./facts/inspect-error.ts";
import type { WheelFacts } from "./facts/model.ts";
import { createNodeEngine, type NodeEngine } from "./node/engine.ts";

export { assess } from "./core/assess.ts";
export { errorText, type ErrorText } from "./core/error-text.ts";
export type { Knowledge } from "./core/knowledge/knowledge.ts";
export type { Evidence } from "./core/evidence.ts";
export type { Finding, LibraryReport, Report } from "./core/report.ts";
export { plainText, type Sentence } from "./core/sentence.ts";
export type { PlatformJson, PureJson } from "./document/json/report-json.ts";
export type { Progress } from "./engine/protocol.ts";
export type { InspectError, InspectErrorId, Outcome } from "./facts/inspect-error.ts";
export type { ElfFacts, LibraryFacts, WheelFacts } from "./facts/model.ts";
export { knowledge };

/** Put in by the build, from package.json. */
declare const __VERSION__: string;

/** A `Blob` that brings its name along, as a `File` does. */
export type NamedBlob = Blob & { readonly name: string };

export interface InspectOptions {
  /** Name of the file without its folder. A wheel's claims stand in it, so bytes without a name need one. */
  readonly fileName?: string;
  /** What the facts will be judged by; it says which symbols are looked for. The built-in knowledge if left out. */
  readonly knowledge?: Knowledge;
  /** Symbol names kept for each version that a library needs; 50 if left out. What is left out is counted. */
  readonly evidenceLimit?: number;
  /** Also the SHA-256 of the whole file; without it the fact is null. */
  readonly sha256?: boolean;
  /** Called at most about ten times a second. */
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting ends the reading; the outcome is the error `cancelled`. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a wheel, or a shared library by itself, and says what its bytes say. Nothing of it is run or unpacked to disk.
 *
 * @param source a path, a `file:` address, a `File`, or, with a `fileName`, bytes or a `Blob`. Bytes must not change meanwhile.
 * @returns the facts, or as data the error that kept them from being read (`errorText` has the words for it): it does not
 *   reject over what is in a file. Libraries in a wheel that cannot be read are facts too, with an error each.
 * @throws TypeError (as a rejection) if the source is none of these, or has no name
 */
export function inspect(
  source: string | URL | NamedBlob,
  options?: InspectOptions,
): Promise<Outcome<WheelFacts>>;
export function inspect(
  source: Uint8Array | ArrayBuffer | Blob,
  options: InspectOptions & { readonly fileName: string },
): Promise<Outcome<WheelFacts>>;
export async function inspect(
  source: string | URL | Uint8Array | ArrayBuffer | Blob,
  options: InspectOptions = {},
): Promise<Outcome<WheelFacts>> {
  const { descriptor, name } = describe(source);
  const { fileName = name, knowledge: used = knowledge, sha256 = false, ...others } = options;
  if (fileName === null) throw new TypeError("inspect: bytes need the option fileName");
  return withEngine(async (engine) => {
    const outcome = await engine.inspect(descriptor, {
      ...others,
      fileName,
      watch: watchListOf(used),
      commonNames: async () => (await import("./data/libc-names/common-names.ts")).commonNames,
    });
    if (!outcome.ok) return outcome;
    const inspection = outcome.value;
    try {
      if (!sha256) return { ok: true, value: inspection.facts };
      const hash = await inspection.sha256(options.onProgress);
      return hash.ok ? { ok: true, value: { ...inspection.facts, sha256: hash.value } } : hash;
    } finally {
      inspection.close();
    }
  });
}

/**
 * The published document of a report, as `wheelscope show --json` prints it. Within version 1 of its form keys are added,
 * never removed or renamed. It holds the facts as well, so that page and command line open it again.
 */
export function toJson(report: Report): PlatformJson | PureJson {
  return reportJson(report, { name: "wheelscope", version: __VERSION__ });
}

function describe(source: string | URL | Uint8Array | ArrayBuffer | Blob): {
  readonly descriptor: SourceDescriptor;
  /** Null if the source does not say. */
  readonly name: string | null;
} {
  if (typeof source === "string" || source instanceof URL) {
    const path = typeof source === "string" ? source : fileURLToPath(source);
    return { descriptor: { kind: "path", path }, name: basename(path) };
  }
  if (source instanceof Blob) {
    const name = "name" in source && typeof source.name === "string" ? source.name : null;
    return { descriptor: { kind: "blob", blob: source }, name };
  }
  if (source instanceof Uint8Array || source instanceof ArrayBuffer) {
    return { descriptor: { kind: "blob", blob: new Blob([source]) }, name: null };
  }
  throw new TypeError("inspect: the source is a path, a file: address, bytes or a Blob");
}

let engine: Promise<NodeEngine> | null = null;
let reading = 0;

/** One engine for all files. Its workers wait for the next one without keeping the process alive. */
async function withEngine<T>(read: (engine: NodeEngine) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  let started: NodeEngine;
  try {
    started = await (engine ??= createNodeEngine());
  } catch (thrown) {
    engine = null;
    return { ok: false, error: inspectError("engine-crashed", { detail: String(thrown) }) };
  }
  reading += 1;
  started.keepAlive(true);
  try {
    return await read(started);
  } finally {
    reading -= 1;
    if (reading === 0) started.keepAlive(false);
  }
}
