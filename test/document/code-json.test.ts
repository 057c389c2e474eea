/** What the code was built against, in the published document: every shape against the schema, long lists cut. */
import { expect, test } from "vitest";
import { assess } from "../../src/core/assess.ts";
import { reportJson } from "../../src/document/json/report-json.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, wheel } from "../core/builders.ts";
import { codeReport, many, row } from "./code-sample.ts";
import { strictValidator } from "./schema.ts";

const tool = { name: "wheelscope", version: "1.2.3" };
const document = reportJson(codeReport, tool);
if (document.pure) throw new Error("not pure");
const [library] = document.libraries;

test("every shape follows the published schema", () => {
  const validate = strictValidator();
  const asWritten: unknown = JSON.parse(JSON.stringify(document));
  expect(asWritten).toEqual(document);
  validate(asWritten);
  expect(validate.errors ?? []).toEqual([]);
});

test("names are counted, and the first of them listed", () => {
  expect(library?.cxx?.names.from_runtime.new).toEqual({ count: 400, symbols: many(5) });
  expect(library?.cxx?.evidence).toHaveLength(5);
  expect(library?.cxx?.runtime).toMatchObject({ kind: "bundled", defined: 9 });
  expect(library?.python?.outside).toEqual({ count: 4000, symbols: many(20) });
  expect(library?.python?.too_new.count).toBe(30);
  expect(library?.python?.too_new.symbols).toHaveLength(20);
  expect(library?.unique_exports).toEqual({ count: 30, symbols: many(5) });
  expect(library?.mentioned_libraries).toEqual({ count: 50, names: many(20) });
  expect(document.accelerators?.cuda_majors[0]?.evidence).toHaveLength(5);
});

test("load-time facts stand beside the library", () => {
  expect(library).toMatchObject({
    static_tls: true,
    executable_stack: false,
    text_relocations: false,
    load_alignment: 4096,
    isa_needed: 4,
  });
});

test("GPU code keeps its coverage and its sizes, without the groups behind them", () => {
  expect(library?.gpu).toMatchObject({
    coverage: [row],
    targets: [{ target: "sm_90a", bytes: 4000 }],
    cuda: { containers: 12, damaged: 1, toolkits: ["13.0.88"] },
    hip: { bundles: 2, compressed_bundles: 1, bytes: 100 },
  });
  expect(JSON.stringify(library?.gpu)).not.toContain("groups");
});

test("a system that does not run the wheel has its reason", () => {
  expect(document.systems.map(({ id, evidence: pieces }) => [id, pieces.length])).toEqual([
    ["ubuntu-20.04", 1],
    ["debian-12", 0],
  ]);
});

test("a wheel without any of it says so", () => {
  const bare = reportJson(assess(wheel({ libraries: [extension("pkg/_x.so")] }), knowledge), tool);
  if (bare.pure) throw new Error("not pure");
  expect(bare).toMatchObject({ gpu: null, accelerators: null });
  expect(bare.libraries[0]).toMatchObject({ cxx: null, gpu: null });
});
