/** Facts of the fixture wheels and libraries, read by the engine with its worker on this thread. */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { commonNames } from "../../src/data/libc-names/common-names.ts";
import { watchListOf } from "../../src/core/knowledge/knowledge.ts";
import type { WheelFacts } from "../../src/facts/model.ts";
import { knowledge } from "../../src/data/index.ts";
import { openPath } from "../../src/node/source.ts";
import { createEngine } from "../../src/engine/inspect.ts";
import type { SourceDescriptor } from "../../src/engine/protocol.ts";
import { workerHere } from "../engine/workers/worker-here.ts";

const root = join(import.meta.dirname, "../..");

export interface FixtureReader {
  /** `file`: below test/fixtures. */
  read(file: string): Promise<WheelFacts>;
  dispose(): void;
}

export async function fixtureReader(): Promise<FixtureReader> {
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  const open = (source: SourceDescriptor) =>
    source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("only paths here"));
  const engine = createEngine({
    module,
    workers: 1,
    open,
    spawn: () => workerHere(open),
  });
  return {
    async read(file) {
      const options = {
        fileName: basename(file),
        watch: watchListOf(knowledge),
        commonNames: () => Promise.resolve(commonNames),
        evidenceLimit: 50,
      };
      const outcome = await engine.inspect(
        { kind: "path", path: join(root, "test/fixtures", file) },
        options,
      );
      if (!outcome.ok) throw new Error(`${file}: ${outcome.error.id}`);
      outcome.value.close();
      return outcome.value.facts;
    },
    dispose: () => engine.dispose(),
  };
}
