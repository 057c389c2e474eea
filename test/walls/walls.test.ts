/**
 * The walls between the folders of `src` hold: an import or a global that a folder may not use does not compile. Each
 * case puts one more file into a project, in memory, and compiles it with that project's own tsconfig.json.
 */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const source = resolve(import.meta.dirname, "../../src");
const parsedFiles = new Map<string, ts.SourceFile | undefined>();

/** The compiler's error codes for `text` as a file of `src/<folder>`; with `whole`, beside all other files of the project. */
function compile(folder: string, text: string, { whole = false } = {}): number[] {
  const config = join(source, folder, "tsconfig.json");
  const parsed = ts.getParsedCommandLineOfConfigFile(config, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    },
  });
  if (parsed === undefined) throw new Error(`no ${config}`);
  const tried = join(source, folder, "tried-by-the-walls-test.ts");
  const host: ts.CompilerHost & { useSourceOfProjectReferenceRedirect?(): boolean } = ts.createCompilerHost(
    parsed.options,
  );
  // Referenced projects by their sources, as editors do: nothing need be built first.
  host.useSourceOfProjectReferenceRedirect = () => true;
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === tried || fileExists(name);
  host.getSourceFile = (name, languageVersion) => {
    if (name === tried) return ts.createSourceFile(name, text, languageVersion);
    if (!parsedFiles.has(name)) parsedFiles.set(name, getSourceFile(name, languageVersion));
    return parsedFiles.get(name);
  };
  const program = ts.createProgram({
    rootNames: [tried, ...parsed.fileNames.filter((name) => whole || name.endsWith(".d.ts"))],
    // A part of a project cannot be `composite`; most walls stand on `references`, `rootDir`, `lib` and `types`.
    options: { ...parsed.options, composite: whole, declaration: true },
    ...(parsed.projectReferences && { projectReferences: parsed.projectReferences }),
    host,
  });
  const file = program.getSourceFile(tried);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ].map(({ code }) => code);
}

const outsideRoot = 6059;
const notOfTheProject = 6307;
const noSuchName = [2304, 2584, 2591, 2580];
const noSuchModule = [2307, 2591];

const importing = (path: string) => `import * as used from "${path}";\nexport type Used = typeof used;\n`;

const casesOfAFinding = "../core/findings/page-alignment/cases.ts";

/** Some file of `src/<folder>`, as another folder would import it. */
function anyFileOf(folder: string): string {
  const names = readdirSync(join(source, folder), { recursive: true, encoding: "utf8" });
  const found = names.find((name) => /(?<!\.d)\.ts$/.test(name));
  if (found === undefined) throw new Error(`src/${folder} is empty`);
  return `../${folder}/${found}`;
}

describe("walls between the folders", () => {
  it.each([
    ["facts", "core"],
    ["facts", "engine"],
    ["core", "data"],
    ["core", "document"],
    ["core", "learn"],
    ["core", "present"],
    ["core", "engine"],
    ["core", "app"],
    ["core", "cli"],
    ["data", "engine"],
    ["data", "app"],
    ["data", "cli"],
    ["document", "data"],
    ["document", "engine"],
    ["document", "present"],
    ["document", "app"],
    ["learn", "present"],
    ["learn", "app"],
    ["present", "data"],
    ["present", "engine"],
    ["present", "app"],
    ["present", "cli"],
    ["engine", "core"],
    ["engine", "data"],
    ["engine", "app"],
    ["engine", "cli"],
    ["engine", "node"],
    ["node", "core"],
    ["node", "data"],
    ["node", "cli"],
    ["app", "cli"],
    ["app", "node"],
    ["cli", "app"],
  ])("src/%s cannot import src/%s", (folder, other) => {
    expect(compile(folder, importing(anyFileOf(other)))).toContain(outsideRoot);
  });

  it.each(["learn", "app", "cli"])("src/%s cannot import what only tests read of a finding", (folder) => {
    expect(compile(folder, importing(casesOfAFinding))).toContain(outsideRoot);
  });

  it("nor can src/core itself, where it lies", () => {
    expect(existsSync(join(source, "core", casesOfAFinding))).toBe(true);
    expect(compile("core", importing(casesOfAFinding), { whole: true })).toContain(notOfTheProject);
    expect(compile("core", importing("./severity.ts"), { whole: true })).toEqual([]);
  });

  it.each([
    ["core", "document"],
    ["core", "process"],
    ["core", "TextEncoder"],
    ["core", "console"],
    ["core", "fetch"],
    ["core", "setTimeout"],
    ["data", "document"],
    ["engine", "document"],
    ["engine", "process"],
    ["engine", "Buffer"],
    ["app", "process"],
    ["node", "document"],
    ["cli", "document"],
  ])("src/%s has no global %s", (folder, name) => {
    const codes = compile(folder, `export const used = ${name};\n`);
    expect(codes.filter((code) => noSuchName.includes(code))).toHaveLength(1);
  });

  it.each([
    ["core", "node:fs"],
    ["engine", "node:fs"],
    ["data", "node:fs"],
    ["app", "node:fs"],
  ])("src/%s cannot import %s", (folder, name) => {
    const codes = compile(folder, importing(name));
    expect(codes.filter((code) => noSuchModule.includes(code))).toHaveLength(1);
  });

  it.each([
    ["core", importing("../facts/model.ts")],
    ["data", importing("../facts/model.ts")],
    ["engine", importing("../facts/model.ts")],
    ["app", `${importing("../engine/protocol.ts")}export const page = document;\n`],
    ["cli", `${importing("../facts/model.ts")}import { readFile } from "node:fs";\nexport { readFile };\n`],
  ])("what src/%s may use does compile", (folder, text) => {
    expect(compile(folder, text)).toEqual([]);
  });
});
