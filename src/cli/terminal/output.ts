/** Where a command's result goes: standard output, or a file that appears whole or not at all. */
import { open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Stream } from "./host.ts";

export interface Output {
  write(text: string): void;
  /** Only now does the file appear. Rejects with the system's error where it cannot be written. */
  finish(): Promise<void>;
}

/**
 * Why the result may not be written there; null: it may. The slip is `check -o dist/*.whl`, where the shell makes the first wheel the
 * file to write: what is a wheel or a library, by name or by its first bytes, and what is to be read, is never overwritten.
 */
export async function whyNoOutput(path: string, inputs: readonly string[]): Promise<string | null> {
  const there = await stat(path).catch(() => null);
  if (there === null) return null;
  if (there.isDirectory()) return "it is a folder";
  if (!there.isFile()) return null;
  for (const input of inputs) {
    const other = await stat(input).catch(() => null);
    if (other?.dev === there.dev && other.ino === there.ino) return "it is one of the files to read";
  }
  if (/\.whl$|\.so(?:\.\d+)*$/i.test(path)) return "it exists, and its name is that of a wheel or library";
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.toString("latin1", 0, bytesRead);
    return start === "\x7fELF" || start === "PK\x03\x04"
      ? "it exists, and holds a library or an archive"
      : null;
  } finally {
    await file.close();
  }
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
