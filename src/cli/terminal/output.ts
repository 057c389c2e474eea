/** Where a command's result goes: standard output, or a file that appears whole or not at all. */
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Stream } from "./host.ts";

export interface Output {
  write(text: string): void;
  /** Only now does the file appear. Rejects with the system's error where it cannot be written. */
  finish(): Promise<void>;
}

export function createOutput(path: string | null, stream: Stream): Output {
  if (path === null) return { write: (text) => stream.write(text), finish: () => Promise.resolve() };
  const pieces: string[] = [];
  return {
    write: (text) => pieces.push(text),
    finish: () => writeWhole(path, pieces.join("")),
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  // A device or a pipe is written to; only a file can be replaced by another.
  if (there !== null && !there.isFile()) return writeFile(path, text);
  const target = there === null ? path : await realpath(path);
  const beside = `${target}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
