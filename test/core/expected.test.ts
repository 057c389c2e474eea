/**
 * Every fixture wheel through the real engine and reader, judged, as the published JSON: compared with the reviewed reports in
 * test/expected/. `U=1 npx vitest run test/core/expected.test.ts` writes them again; read what changed before committing it.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { commonNames } from "../../src/data/libc-names/common-names.ts";
import { watchListOf } from "../../src/core/knowledge/knowledge.ts";
import { errorJson, reportJson } from "../../src/document/json/report-json.ts";
import { knowledge } from "../../src/data/index.ts";
import { createEngine, type Engine } from "../../src/engine/inspect.ts";
import type { SourceDescriptor } from "../../src/engine/protocol.ts";
import { workerHere } from "../engine/workers/worker-here.ts";
import { openPath } from "../../src/node/source.ts";

const root = join(import.meta.dirname, "../..");
const folders = ["wheels", "libraries"].map((name) => join(root, "test/fixtures", name));
const expectedFolder = join(root, "test/expected");
const rewrite = process.env.U === "1";
const tool = { name: "wheelscope", version: "0.0.0" };

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(whl|so)$/.test(name))
    .map((name) => join(folder, name)),
);
/**
 * Of the hundred systems, those that stand for the others; and below, of the policies, those that the verdict is about. A new
 * release in the tables is no change of every report.
 */
const systemsKept = ["ubuntu-24.04", "ubuntu-20.04", "rhel-8", "rhel-7", "amazon-linux-2", "alpine-3.22"];

const projectOf = (file: string): string => basename(file).split("-")[0] ?? "";
const projects = files.filter((file) => file.endsWith(".whl")).map(projectOf);

/** `tiny_ok.json`; a wheel that is not the only one of its project, and a library, keep their whole names. */
const nameOf = (file: string) => {
  const project = projectOf(file);
  const isOnly = file.endsWith(".whl") && projects.indexOf(project) === projects.lastIndexOf(project);
  return `${isOnly ? project : basename(file)}.json`;
};

let engine: Engine;

beforeAll(async () => {
  const module = await WebAssembly.compile(readFileSync(join(root, "wasm/dist/reader.wasm")));
  const open = (source: SourceDescriptor) =>
    source.kind === "path" ? openPath(source.path) : Promise.reject(new Error("only paths here"));
  engine = createEngine({
    module,
    workers: 2,
    open,
    // What is tried here is the reading and the judging, not the threads.
    spawn: () => workerHere(open),
  });
});

afterAll(() => engine.dispose());

async function judge(file: string) {
  const options = {
    fileName: basename(file),
    watch: watchListOf(knowledge),
    commonNames: () => Promise.resolve(commonNames),
    evidenceLimit: 50,
  };
  const outcome = await engine.inspect({ kind: "path", path: file }, options);
  if (!outcome.ok) return errorJson(basename(file), outcome.error, tool);
  outcome.value.close();
  const document = reportJson(assess(outcome.value.facts, knowledge), tool);
  return document.pure
    ? document
    : {
        ...document,
        systems: document.systems.filter(({ id }) => systemsKept.includes(id)),
        policies: document.policies.filter(({ claimed, best }) => claimed || best),
      };
}

describe("expected reports", () => {
  test.each(files.map((file) => [nameOf(file), file]))("%s", async (name, file) => {
    const actual = await judge(file);
    const path = join(expectedFolder, name);
    if (rewrite) {
      mkdirSync(expectedFolder, { recursive: true });
      writeFileSync(path, JSON.stringify(actual, null, 2) + "\n");
      return;
    }
    expect(existsSync(path), `${name} is missing: write it with U=1, and read it`).toBe(true);
    expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });

  test("there is a fixture for every expected report", () => {
    const names = new Set(files.map(nameOf));
    const orphans = readdirSync(expectedFolder).filter((name) => !names.has(name));
    if (rewrite) for (const name of orphans) rmSync(join(expectedFolder, name));
    else expect(orphans).toEqual([]);
  });
});
