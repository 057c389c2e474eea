/** What package.json promises to whoever installs, and what the documents say of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./step.mjs";

const read = (path) => readFileSync(join(root, path), "utf8");
const about = JSON.parse(read("package.json"));
const documents = readdirSync(root).filter((name) => name.endsWith(".md"));
/** Not of wasm/: cargo writes and removes folders there while this runs. */
const below = (folder) =>
  readdirSync(join(root, folder), { recursive: true }).map(
    (path) => `${folder}/${path.replaceAll("\\", "/")}`,
  );
const readmes = ["README.md", "wasm/README.md", ...["src", "test", "public"].flatMap(below)].filter((path) =>
  /(^|\/)README\.md$/.test(path),
);

describe("package.json", () => {
  it("installs nothing else: what is used is bundled", () => {
    for (const key of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies"])
      expect(about[key]).toBeUndefined();
    expect(Object.keys(about.scripts)).not.toContain("postinstall");
  });

  it("has the one version number; lock file and crate follow or have none", () => {
    expect(JSON.parse(read("package-lock.json")).version).toBe(about.version);
    const [, crate] = /^version = "(.+)"$/m.exec(read("wasm/Cargo.toml")) ?? [];
    expect(crate ?? about.version).toBe(about.version);
  });

  it("has a reason for each dependency, and for none that is gone", () => {
    const text = /^## Dependencies[^]*?(?=^## )/m.exec(read("CONTRIBUTING.md"))?.[0] ?? "";
    const named = [...text.matchAll(/^- ((?:`[^`]+`,?\s+)*`[^`]+`):\s+\S/gm)].flatMap(([, names]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    const packages = Object.keys(about.devDependencies).filter((name) => !name.startsWith("@types/"));
    const crates = read("wasm/Cargo.toml")
      .split(/^\[/m)
      .filter((section) => /^(?:dev-)?dependencies\]/.test(section))
      .flatMap((section) => [...section.matchAll(/^([\w-]+) *=/gm)].map(([, name]) => name));
    expect(crates.length).toBeGreaterThan(3);
    expect(named.toSorted()).toEqual([...packages, ...crates].toSorted());
  });

  it("names the repository in three places that agree", () => {
    const [, home] = /^git\+(https:\/\/github\.com\/[\w.-]+\/wheelscope)\.git$/.exec(about.repository.url);
    expect(about.homepage).toBe(`${home}#readme`);
    expect(about.bugs.url).toBe(`${home}/issues`);
  });
});

describe("documents", () => {
  it("are there", () => {
    expect(documents).toEqual(
      expect.arrayContaining(["CHANGELOG.md", "CONTRIBUTING.md", "HOSTING.md", "README.md", "SECURITY.md"]),
    );
    expect(readmes.length).toBeGreaterThan(8);
  });

  it.each([...new Set([...documents, ...readmes])])("%s leads nowhere that is not there", (path) => {
    const text = read(path);
    const prose = text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]+`/g, "");
    for (const [, link] of prose.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g))
      expect(existsSync(join(root, dirname(path), link)), link).toBe(true);
    for (const [, script] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      expect(Object.keys(about.scripts), script).toContain(script);
  });

  it.each(["README.md", "CONTRIBUTING.md", "HOSTING.md", "SECURITY.md"])(
    "%s names files that are there",
    (path) => {
      const named = [...read(path).matchAll(/`((?:src|test|wasm|public|\.github)\/[\w./-]+)`/g)];
      expect(named.length).toBeGreaterThan(0);
      // What the example of CONTRIBUTING.md adds is not there before it is added.
      for (const [, file] of named.filter(([, file]) => !file.includes("debug-information")))
        expect(existsSync(join(root, file)), file).toBe(true);
    },
  );

  it("leave the owner of the repository to package.json", () => {
    const others = [
      ...documents,
      ...readdirSync(join(root, ".github"), { recursive: true }).map((p) => `.github/${p}`),
    ];
    for (const path of others.filter((each) => /\.(md|yml|mjs)$/.test(each)))
      expect(read(path), path).not.toMatch(/OWNER\/|github\.com\/[^/\s]+\/wheelscope/);
  });
});
