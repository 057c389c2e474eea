/** What a reader holds of its process: nothing once it has ended. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { openPath } from "../../../src/node/source.ts";
import { createEngine } from "../../../src/engine/inspect.ts";
import type { SourceDescriptor } from "../../../src/engine/protocol.ts";
import { createWorkerApi } from "../../../src/engine/workers/worker-api.ts";
import { memorySource } from "./fake-engine.ts";
import { readerModule } from "../elf/elf-fixtures.ts";
import { workerHere } from "./worker-here.ts";

const wheels = join(import.meta.dirname, "../../fixtures/wheels");
const fixtures = ["bundled_library", "tiny_ok"].map((project) =>
  join(wheels, `${project}-1.0-cp312-cp312-manylinux_2_17_x86_64.whl`),
);
const watch = { names: [], contains: [] };

const openPorts = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "MessagePort").length;

it("leaves no port open: one would keep the program from ending", async () => {
  const before = openPorts();
  const open = (source: SourceDescriptor) =>
    source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("only paths here"));
  const engine = createEngine({
    module: readerModule,
    workers: 2,
    open,
    spawn: () => workerHere(open),
  });
  for (const path of fixtures) {
    const outcome = await engine.inspect({ kind: "path", path }, { fileName: path, watch });
    if (!outcome.ok) throw new Error(outcome.error.id);
    outcome.value.close();
  }
  expect(openPorts()).toBeGreaterThan(before);
  engine.dispose();
  await expect.poll(openPorts).toBe(before);
});

it("lets go of a file that arrives after it was closed", async () => {
  let closed = 0;
  let arrive = (): void => undefined;
  const arrival = new Promise<void>((done) => (arrive = done));
  const api = createWorkerApi(
    async () => {
      await arrival;
      return { ...memorySource(new Uint8Array(8)), close: () => void (closed += 1) };
    },
    () => {
      throw new Error("no reader is made for it");
    },
  );
  const opening = api.open(
    { kind: "path", path: "x" },
    readerModule,
    { watch, evidenceLimit: 1 },
    () => undefined,
  );
  api.close();
  arrive();
  expect(await opening).toMatchObject({ ok: false, error: { id: "cancelled" } });
  expect(closed).toBe(1);
});
