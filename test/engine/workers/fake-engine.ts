/**
 * An engine without WebAssembly and threads: the workers' body runs behind message channels in this process, on an ELF reader
 * that reads a description instead of machine code. `fakeElf({ needed: [...] })` makes a file for it.
 */
import { Inflate, inflateSync } from "fflate";
import { inspectError, type InspectErrorId, type Outcome } from "../../../src/facts/inspect-error.ts";
import { plainElf } from "../../../src/facts/plain.ts";
import type { ByteSource } from "../../../src/engine/byte-source.ts";
import type { EntryJob, Pieces, ReadElf } from "../../../src/engine/elf/elf-job.ts";
import type { ElfReader } from "../../../src/engine/elf/elf.ts";
import { createEngine, type Engine, type WorkerHandle } from "../../../src/engine/inspect.ts";
import type { InspectOptions, Inspection } from "../../../src/engine/protocol.ts";
import { exposeWorkerApi, type MakeReader } from "../../../src/engine/workers/worker-api.ts";
import { bytesOf, concat } from "../zip/zip-writer.ts";

/** What a fake library says, and how the fake reader shall behave on it. */
export interface FakeElf {
  needed?: string[];
  /** The reader answers with this error. */
  error?: InspectErrorId;
  /** The reader throws, as after a trap. */
  throws?: string;
  /** The whole worker dies. */
  kills?: boolean;
  /** Makes it large. */
  padding?: string;
}

export function fakeElf(content: FakeElf = {}): Uint8Array {
  return bytesOf([0x7f, 0x45, 0x4c, 0x46], JSON.stringify(content));
}

/** Bytes that do not compress. */
export function noise(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (from, to) => Promise.resolve(bytes.slice(from, to)) };
}

const baseFacts = plainElf({
  role: "shared-library",
  relro: "full",
  sections: { count: 0, dynamicSymbols: true, versionNeeds: true },
});

export class FakeReader implements ElfReader {
  readonly #kill: () => void;
  readonly #calls: string[];

  constructor(kill: () => void, calls: string[] = []) {
    this.#kill = kill;
    this.#calls = calls;
  }

  sniff(start: Uint8Array, compression: "stored" | "deflate"): "elf" | "other" | "more" {
    const bytes = compression === "stored" ? start : firstBytes(start);
    if (bytes === null) return "more";
    return [0x7f, 0x45, 0x4c, 0x46].every((byte, index) => bytes[index] === byte) ? "elf" : "other";
  }

  readWhole(job: EntryJob, compressed: Uint8Array): Outcome<ReadElf> {
    this.#calls.push(job.path);
    const bytes = job.compression === "stored" ? compressed : inflateSync(compressed);
    const content = JSON.parse(new TextDecoder().decode(bytes.subarray(4))) as FakeElf;
    if (content.kills) this.#kill();
    if (content.throws) throw new Error(content.throws);
    if (content.error) return { ok: false, error: inspectError(content.error) };
    return { ok: true, value: { facts: { ...baseFacts, needed: content.needed ?? [] }, links: null } };
  }

  async read(job: EntryJob, pieces: Pieces): Promise<Outcome<ReadElf>> {
    const parts: Uint8Array[] = [];
    for await (const piece of pieces(0)) parts.push(piece);
    return this.readWhole(job, concat(parts));
  }

  async symbols(job: EntryJob, pieces: Pieces): ReturnType<ElfReader["symbols"]> {
    const facts = await this.read(job, pieces);
    return facts.ok ? { ok: true, value: { total: facts.value.facts.needed.length, rows: [] } } : facts;
  }

  names(names: readonly string[]): ReturnType<ElfReader["names"]> {
    return names.map((name) => ({
      name,
      demangled: name.startsWith("_Z") ? name.slice(2) : null,
      cxx: null,
    }));
  }

  pieces(names: readonly string[]): ReturnType<ElfReader["pieces"]> {
    return names.map((text) => [
      { text, kind: "plain", depth: 0, abi: null, parameter: null, repeats: null },
    ]);
  }

  /** Not the digest, but something that depends on every byte and on nothing else. */
  sha256(): { update(piece: Uint8Array): void; hex(): string } {
    let sum = 0;
    return {
      update: (piece) => {
        for (const byte of piece) sum = (Math.imul(sum, 31) + byte) >>> 0;
      },
      hex: () => sum.toString(16),
    };
  }

  memoryBytes(): number {
    return 0;
  }
}

/** Null if the stream says nothing yet. */
function firstBytes(deflated: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  const stream = new Inflate((piece) => pieces.push(piece));
  try {
    stream.push(deflated, false);
  } catch {
    // What came before the damage counts.
  }
  return pieces.find(({ length }) => length > 0) ?? null;
}

export interface FakeWorkers {
  engine: Engine;
  /** Workers started so far, and ended so far. */
  started(): number;
  ended(): number;
  /** Paths given to the readers, in order. */
  calls: string[];
}

export interface FakeSetup {
  workers?: number;
  open?: () => Promise<ByteSource>;
  /** Replaces the worker's body: one that never answers, for instance. */
  spawn?: () => WorkerHandle;
}

/** An engine that opens `bytes` whatever it is asked to open. */
export function fakeEngine(bytes: Uint8Array, setup: FakeSetup = {}): FakeWorkers {
  let started = 0;
  let ended = 0;
  const calls: string[] = [];
  const open = setup.open ?? ((): Promise<ByteSource> => Promise.resolve(memorySource(bytes)));
  const spawn = (): WorkerHandle => {
    started += 1;
    const { port1, port2 } = new MessageChannel();
    let crash: (message: string) => void = () => undefined;
    let gone = false;
    const kill = (): never => {
      gone = true;
      port2.close();
      setTimeout(() => crash("the thread stopped"), 1);
      throw new Error("nobody hears this");
    };
    const makeReader: MakeReader = () => new FakeReader(kill, calls);
    exposeWorkerApi(open, port2, makeReader);
    return {
      endpoint: port1,
      terminate: () => {
        ended += 1;
        gone = true;
        port1.close();
      },
      onCrash: (listener) => {
        crash = (message) => (gone ? listener(message) : undefined);
      },
    };
  };
  const engine = createEngine({
    spawn: setup.spawn ?? spawn,
    // Smallest module there is: magic and version.
    module: new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)),
    workers: setup.workers ?? 2,
    open,
  });
  return { engine, started: () => started, ended: () => ended, calls };
}

/** Inspects bytes under a file name with a fresh engine. */
export async function inspectBytes(
  bytes: Uint8Array,
  fileName = "demo-1.0-py3-none-any.whl",
  options: Partial<InspectOptions> = {},
  setup: FakeSetup = {},
): Promise<Outcome<Inspection>> {
  const { engine } = fakeEngine(bytes, setup);
  const outcome = await engine.inspect(
    { kind: "path", path: fileName },
    { fileName, watch: { names: [], contains: [] }, ...options },
  );
  engine.dispose();
  return outcome;
}

/** The files of a small, right wheel; `RECORD` lists what is given besides. */
export function wheelEntries(
  files: Record<string, Uint8Array | string> = {},
): { name: string; data: Uint8Array }[] {
  const own: Record<string, Uint8Array | string> = {
    ...files,
    "demo-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n\nA demo.\n",
    "demo-1.0.dist-info/WHEEL":
      "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
  };
  const entries = Object.entries(own).map(([name, data]) => ({ name, data: bytesOf(data) }));
  const rows = entries.map(({ name, data }) => `${name},,${data.length}\n`);
  const record = `${rows.join("")}demo-1.0.dist-info/RECORD,,\n`;
  return [...entries, { name: "demo-1.0.dist-info/RECORD", data: bytesOf(record) }];
}
