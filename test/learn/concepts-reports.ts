/** Reports of fixture wheels, read by the real engine on this thread, for tests of what pages say about them. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { assess } from "../../src/core/assess.ts";
import { commonNames } from "../../src/data/libc-names/common-names.ts";
import { watchListOf } from "../../src/core/knowledge/knowledge.ts";
import type { Report } from "../../src/core/report.ts";
import { knowledge } from "../../src/data/index.ts";
import { createEngine, type Engine } from "../../src/engine/inspect.ts";
import type { SourceDescriptor } from "../../src/engine/protocol.ts";
import { workerHere } from "../engine/workers/worker-here.ts";
import { openPath } from "../../src/node/source.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "test/fixtures/wheels");
/** File names of the fixture wheels that can be read, by the part before the first `-`. */
const files = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".whl") && !/^(damaged|not_a_zip)-/.test(name))
    .map((name) => [name.split("-")[0] ?? "", name]),
);
export const fixtureNames: readonly string[] = [...files.keys()];

export async function createReports(): Promise<{
  readonly report: (name: string) => Promise<Report>;
  readonly dispose: Engine["dispose"];
}> {
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  const open = (source: SourceDescriptor) =>
    source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("only paths here"));
  const spawn = () => workerHere(open);
  const engine = createEngine({ module, workers: 2, open, spawn });
  async function report(name: string): Promise<Report> {
    const fileName = files.get(name);
    if (fileName === undefined) throw new Error(`There is no fixture ${name}.`);
    const options = {
      fileName,
      watch: watchListOf(knowledge),
      commonNames: () => Promise.resolve(commonNames),
      evidenceLimit: 50,
    };
    const outcome = await engine.inspect({ kind: "path", path: join(folder, fileName) }, options);
    if (!outcome.ok) throw new Error(`${fileName} could not be read.`);
    outcome.value.close();
    return assess(outcome.value.facts, knowledge);
  }
  return { report, dispose: () => engine.dispose() };
}
