import { describe, expect, it } from "vitest";
import { createInputs, repositoryFiles } from "./inputs.mjs";

/** A repository in which these files are. */
function inputs(files) {
  return createInputs(Object.keys(files).sort(), (path) => Buffer.from(files[path]));
}

const repository = {
  "src/a.ts": `import { b } from "./b.ts";\nimport type { T } from "./types.ts";\nexport const a = b;\n`,
  "src/b.ts": `export const load = () => import("./late.ts");\nimport "./look.css";\n`,
  "src/late.ts": "export {};\n",
  "src/look.css": "a {}\n",
  "src/types.ts": "export interface T {}\n",
  "src/other.ts": "export {};\n",
  "test/pure.test.ts": `import { a } from "../src/a.ts";\n`,
  "test/reader.ts": `import { readFileSync } from "node:fs";\n`,
  "test/disk.test.ts": `import { readFileSync } from "./reader.ts";\nexport { other } from "../src/other.ts";\n`,
  "test/walls.test.ts": `const all = join(here, "../src");\n`,
  "test/program.test.ts": `import { spawn } from "node:child_process";\n`,
  "test/fixtures/x.whl": "PK",
  "package.json": "{}",
};

describe("inputs of a test file", () => {
  const { inputsOf } = inputs(repository);

  it("are what it imports, however far and late, but no types", () => {
    expect(inputsOf("test/pure.test.ts")).toEqual([
      "package.json",
      "src/a.ts",
      "src/b.ts",
      "src/late.ts",
      "src/look.css",
      "test/pure.test.ts",
    ]);
  });

  it("and what is no code, where it reads the disk", () => {
    expect(inputsOf("test/disk.test.ts")).toEqual([
      "package.json",
      "src/other.ts",
      "test/disk.test.ts",
      "test/fixtures/x.whl",
      "test/reader.ts",
    ]);
  });

  it.each(["test/walls.test.ts", "test/program.test.ts"])("and everything for %s", (file) => {
    expect(inputsOf(file)).toEqual(Object.keys(repository).sort());
  });

  it("change the hash with any content, and with whatever else is said", () => {
    const hash = (files, ...more) => {
      const { inputsOf, hash } = inputs(files);
      return hash(inputsOf("test/pure.test.ts"), ...more);
    };
    const before = hash(repository);
    expect(hash({ ...repository })).toBe(before);
    expect(hash({ ...repository, "src/other.ts": "changed" })).toBe(before);
    expect(hash({ ...repository, "src/late.ts": "changed" })).not.toBe(before);
    expect(hash(repository, "in full")).not.toBe(before);
  });
});

it("finds what the repository's own tests depend on", () => {
  const files = repositoryFiles();
  if (files === null) throw new Error("git does not know these files");
  const { inputsOf } = createInputs(files);
  const links = inputsOf("test/document/link.test.ts");
  expect(links).toContain("src/core/assess.ts");
  expect(links).toContain("src/data/policies.json");
  expect(links).not.toContain("src/app/main.tsx");
  expect(inputsOf("test/core/expected.test.ts")).toEqual(
    expect.arrayContaining(["wasm/dist/reader.wasm", "test/expected/tiny_ok.json", "src/node/source.ts"]),
  );
  expect(inputsOf("test/walls/walls.test.ts")).toEqual(files);
});
