#!/usr/bin/env node
/** The program `wheelscope`: the process around `run`. Standard output carries results and nothing else. */
import type { WriteStream } from "node:tty";
import { exitCodes, type Stream } from "./terminal/host.ts";
import { readInput } from "./input/input-text.ts";
import { systemReason } from "./input/inputs.ts";
import { createInspector } from "./input/inspector.ts";
import { run } from "./run.ts";

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());

process.stdout.on("error", endUnwritten);

const code = await run(process.argv.slice(2), {
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
  noColor: Boolean(process.env["NO_COLOR"]) || process.env["TERM"] === "dumb",
  createInspector,
  readInput: () => readInput(process.stdin),
  page: process.env["WHEELSCOPE_PAGE"] ?? null,
  today: new Date().toISOString().slice(0, 10),
  signal: interrupted.signal,
});

// What was written to a pipe must have left before the process ends; ports of ended workers would keep it alive.
process.stdout.write("", (error) => (error ? endUnwritten(error) : process.exit(code)));

/** The result could not be written. Where the reader of a pipe has gone (`… | head`), there is nobody left to tell. */
function endUnwritten(error: NodeJS.ErrnoException): never {
  if (error.code === "EPIPE") process.exit(exitCodes.nobodyReads);
  process.stderr.write(`wheelscope: the result cannot be written: ${systemReason(error)}\n`);
  process.exit(exitCodes.unread);
}

function streamOf(stream: WriteStream): Stream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    width: stream.isTTY ? stream.columns : 100,
  };
}
