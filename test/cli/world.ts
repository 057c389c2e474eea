/** A command line run in a made-up world: its files are facts, its streams are kept, its inspector reads nothing. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Host } from "../../src/cli/terminal/host.ts";
import { run } from "../../src/cli/run.ts";
import type { NameFacts } from "../../src/facts/code-facts.ts";
import { inspectError, type Outcome } from "../../src/facts/inspect-error.ts";
import type { WheelFacts } from "../../src/facts/model.ts";

/** What the reader would say about the names in the tests' messages. */
const nameFacts: Readonly<Record<string, Omit<NameFacts, "name">>> = {
  _ZN6shapes8describeB5cxx11ERKNS_5ShapeE: {
    demangled: "shapes::describe[abi:cxx11](shapes::Shape const&)",
    cxx: "new",
  },
  [`_ZN${"6shapes".repeat(30)}3addEv`]: { demangled: `${"shapes::".repeat(30)}add()`, cxx: "neutral" },
  [`_ZN6shapes${"5Shape".repeat(20)}3addEv`]: { demangled: "shapes::add(shapes::Shape)", cxx: "neutral" },
};

export interface World {
  /** By file name; such files are made in the folder. */
  readonly files?: Readonly<Record<string, WheelFacts | Outcome<WheelFacts> | Error>>;
  readonly terminal?: boolean;
  /** Columns; 100 by default. */
  readonly width?: number;
  readonly noColor?: boolean;
  readonly signal?: AbortSignal;
  /** `WHEELSCOPE_PAGE`. */
  readonly page?: string;
  /** ISO date. */
  readonly today?: string;
  /** What arrives on standard input. */
  readonly input?: string;
}

/** A folder for each test of the file, and the command line in it. */
export function useWorld() {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "wheelscope-cli-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Runs a command line in which `@` stands for the test's folder; words are split at blanks unless they are given. */
  async function wheelscope(line: string | readonly string[], world: World = {}) {
    const {
      files = {},
      terminal = false,
      width = 100,
      noColor = false,
      signal,
      page = null,
      today = "2026-12-01",
      input = "",
    } = world;
    await Promise.all(Object.keys(files).map((name) => writeFile(join(folder, name), "")));
    const written = { out: "", err: "" };
    const stream = (key: keyof typeof written) => ({
      write: (text: string) => void (written[key] += text),
      isTerminal: terminal,
      width,
    });
    let disposed = 0;
    const host: Host = {
      out: stream("out"),
      err: stream("err"),
      noColor,
      readInput: () => Promise.resolve(input),
      page,
      today,
      signal: signal ?? new AbortController().signal,
      createInspector: () =>
        Promise.resolve({
          inspect({ path, onProgress }) {
            onProgress({
              phase: "libraries",
              bytesDone: 43,
              bytesTotal: 100,
              librariesDone: 1,
              librariesFound: 3,
              current: null,
            });
            const found = files[basename(path)];
            if (found instanceof Error) return Promise.reject(found);
            if (found === undefined)
              return Promise.resolve({ ok: false, error: inspectError("read-failed") });
            return Promise.resolve(
              "ok" in found ? found : { ok: true, value: { ...found, fileName: basename(path) } },
            );
          },
          inspectLinked: () => Promise.resolve({ ok: false, error: inspectError("read-failed") }),
          names: (names) =>
            Promise.resolve({
              ok: true,
              value: names.map((name) => ({ name, ...(nameFacts[name] ?? { demangled: null, cxx: null }) })),
            }),
          dispose: () => void (disposed += 1),
        }),
    };
    const words = typeof line === "string" ? line.split(" ").filter(Boolean) : line;
    const code = await run(
      words.map((word) => word.replace(/^@/, folder)),
      host,
    );
    return { code, ...written, disposed };
  }

  return { wheelscope, path: (name: string) => join(folder, name), folder: () => folder };
}
