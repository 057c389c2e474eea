/** The published schema: generated from the descriptions, complete, and found where documents say it is. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, describe, expect, test } from "vitest";
import { pageAddress, pageOf } from "../../src/build/page-address.ts";
import { reportSchema, reportSchemaText } from "../../src/document/json/schema.ts";
import { placeholderAddress, schemaAddress, schemaPath } from "../../src/document/schema-address.ts";
import type { SchemaNode } from "../../src/document/describe.ts";
import { strict } from "./schema.ts";

const root = join(import.meta.dirname, "../..");

test("the committed file is what `npm run schema` writes", () => {
  expect(readFileSync(join(root, "public", schemaPath), "utf8")).toBe(reportSchemaText(placeholderAddress));
});

describe("every part of it", () => {
  const nodes: [path: string, node: SchemaNode][] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    nodes.push([path, node as SchemaNode]);
    for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
  };
  const schema = reportSchema(placeholderAddress);
  visit(schema, "#");

  test("has a description", () => {
    const lacking = nodes.flatMap(([path, node]) =>
      Object.entries(node["properties"] ?? {}).flatMap(([name, child]: [string, SchemaNode]) =>
        (child.description ?? "") === "" && !("$ref" in child) ? [`${path}/${name}`] : [],
      ),
    );
    expect(lacking).toEqual([]);
  });

  test("refers to definitions that are there, and all of those are referred to", () => {
    const referred = nodes.flatMap(([, node]) =>
      typeof node["$ref"] === "string" ? [node["$ref"].replace("#/$defs/", "")] : [],
    );
    expect([...new Set(referred)].sort()).toEqual(Object.keys(schema["$defs"] as object).sort());
  });

  test("is closed in the strict form that the tests use", () => {
    const open = JSON.stringify(strict(schema)).match(/"additionalProperties":false/g) ?? [];
    const objects = nodes.filter(([path, node]) => "properties" in node && !path.endsWith("/properties"));
    expect(open).toHaveLength(objects.length);
    expect(objects.length).toBeGreaterThan(40);
  });
});

describe("its address", () => {
  test.each([
    ["https://example.org/wheels/", "https://example.org/wheels/"],
    ["https://example.org/wheels", "https://example.org/wheels/"],
    ["https://example.org/wheels/index.html?a=1#/learn", "https://example.org/wheels/"],
    ["http://localhost:8080", "http://localhost:8080/"],
  ])("WHEELSCOPE_PAGE=%s is the folder %s", (given, page) => {
    expect(pageOf(given)).toBe(page);
  });

  test("nothing given is no address, and what is none is refused", () => {
    expect([pageOf(undefined), pageOf(" ")]).toEqual([null, null]);
    expect(() => pageOf("example.org/wheels")).toThrow("WHEELSCOPE_PAGE takes the address of a page");
    expect(() => pageOf("file:///srv/page/")).toThrow("WHEELSCOPE_PAGE");
  });

  test("is absolute, and a placeholder if the build has no address", () => {
    expect(URL.canParse(placeholderAddress)).toBe(true);
    expect(schemaAddress).toBe(placeholderAddress);
  });
});

describe("a build", () => {
  const folder = mkdtempSync(join(tmpdir(), "wheelscope-schema-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** A script that knows the address, and the schema beside it as in the page. */
  async function built(name: string, page: string | undefined): Promise<{ code: string; schema: string }> {
    const outDir = join(folder, name);
    const entry = join(folder, "entry.js");
    writeFileSync(
      entry,
      `export { schemaAddress } from ${JSON.stringify(join(root, "src/document/schema-address.ts"))};\n`,
    );
    const publicDir = join(folder, "public");
    if (!existsSync(publicDir))
      await cp(join(root, "public/schema"), join(publicDir, "schema"), { recursive: true });
    await build({
      root: folder,
      configFile: false,
      publicDir,
      logLevel: "error",
      plugins: [pageAddress(page)],
      build: { outDir, minify: false, lib: { entry, formats: ["es"], fileName: "script" } },
    });
    const script = readdirSync(outDir).find((file) => file.startsWith("script"));
    if (script === undefined) throw new Error("there is no script");
    return {
      code: readFileSync(join(outDir, script), "utf8"),
      schema: readFileSync(join(outDir, schemaPath), "utf8"),
    };
  }

  /** What the built script says, run. */
  async function addressIn(code: string): Promise<unknown> {
    const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      schemaAddress: unknown;
    };
    return module.schemaAddress;
  }

  test("that is given the page's address writes it into both", async () => {
    const { code, schema } = await built("given", "https://example.org/wheels/");
    const address = "https://example.org/wheels/schema/report-1.json";
    expect(await addressIn(code)).toBe(address);
    expect(JSON.parse(schema)).toEqual(reportSchema(address));
  });

  test("that is not keeps the placeholder in both", async () => {
    const { code, schema } = await built("untold", undefined);
    expect(await addressIn(code)).toBe(placeholderAddress);
    expect(schema).toBe(reportSchemaText(placeholderAddress));
  });
});
