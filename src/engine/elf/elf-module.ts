/**
 * The instance of the WebAssembly module: its exports with their types, its memory, and what becomes of a trap. Other side:
 * `wasm/src/boundary.rs`.
 */

/** The reader stopped where it never should. Its memory is in an unknown state: make a new reader. */
export class ReaderTrap extends Error {
  override readonly name = "ReaderTrap";
}

/** Numbers only; bytes go through `input` and `output`. */
interface Exports {
  input(length: number): number;
  output(): number;
  output_length(): number;
  configure(names: number, contains: number, evidenceLimit: number): void;
  sniff(length: number, deflate: number): number;
  open(path: number, deflate: number, compressed: number, size: number, crc32: number): number;
  push(session: number, length: number): number;
  finish(session: number): number;
  seek_offset(): number;
  symbols(
    session: number,
    side: number,
    text: number,
    version: number,
    cxx: number,
    offset: number,
    limit: number,
  ): number;
  links(session: number): void;
  names(length: number): void;
  pieces(length: number): void;
  close(session: number): void;
  sha256_open(): number;
  sha256_update(hash: number, length: number): void;
  sha256_finish(hash: number): void;
}

const names: readonly (keyof Exports)[] = [
  "input",
  "output",
  "output_length",
  "configure",
  "sniff",
  "open",
  "push",
  "finish",
  "seek_offset",
  "symbols",
  "links",
  "names",
  "pieces",
  "close",
  "sha256_open",
  "sha256_update",
  "sha256_finish",
];

function isComplete(
  exports: WebAssembly.Exports,
): exports is WebAssembly.Exports & Exports & { memory: WebAssembly.Memory } {
  return (
    exports.memory instanceof WebAssembly.Memory && names.every((name) => typeof exports[name] === "function")
  );
}

export interface ElfModule {
  /** Calls into the module; a trap becomes a `ReaderTrap`. */
  call<T>(run: (exports: Exports) => T): T;
  /** Copies bytes to the module's input; returns how many. */
  write(...parts: readonly Uint8Array[]): number;
  /** The JSON text of the last answer. */
  answer(): string;
  /** A copy of the last answer that is no text. */
  bytes(): Uint8Array<ArrayBuffer>;
  memoryBytes(): number;
}

export function instantiate(module: WebAssembly.Module): ElfModule {
  const { exports } = new WebAssembly.Instance(module, {});
  if (!isComplete(exports)) throw new TypeError("This is not the module of the ELF reader.");
  const typed: Exports = exports;
  const { memory } = exports;
  const decoder = new TextDecoder();

  function call<T>(run: (exports: Exports) => T): T {
    try {
      return run(typed);
    } catch (thrown) {
      // `RangeError`: the stack of the engine overflowed.
      if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
        throw new ReaderTrap(thrown.message, { cause: thrown });
      }
      throw thrown;
    }
  }

  function output(): Uint8Array {
    const [at, length] = call((reader) => [reader.output(), reader.output_length()]);
    return new Uint8Array(memory.buffer, at, length);
  }

  return {
    call,
    write(...parts) {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      let at = call((reader) => reader.input(length));
      // Memory may have grown, which detaches earlier views.
      const bytes = new Uint8Array(memory.buffer);
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      return length;
    },
    answer: () => decoder.decode(output()),
    bytes: () => new Uint8Array(output()),
    memoryBytes: () => memory.buffer.byteLength,
  };
}
