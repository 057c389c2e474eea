#!/usr/bin/env node
/** The program `wheelscope`: the process around `run`. Standard output carries results and nothing else. */
import type { WriteStream } from "node:tty";
import { exitCodes, type Stream } from "./host.ts";
import { createInspector } from "./inspector.ts";
import { run } from "./run.ts";

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort());

// The reader of a pipe has gone (`wheelscope … | head`): there is nobody left to tell anything.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? exitCodes.nobodyReads : exitCodes.bug),
);

const code = await run(process.argv.slice(2), {
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
  noColor: Boolean(process.env["NO_COLOR"]) || process.env["TERM"] === "dumb",
  createInspector,
  signal: interrupted.signal,
});

// What was written to a pipe must have left before the process ends; ports of ended workers would keep it alive.
process.stdout.write("", () => process.exit(code));

function streamOf(stream: WriteStream): Stream {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    width: stream.isTTY ? stream.columns : 100,
  };
}
