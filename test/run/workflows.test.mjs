/**
 * What nobody sees before it is too late, since the workflows run elsewhere: that each action is pinned, that what they
 * call is there, and that no job may do more than it needs.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { changesOf, faultsOf } from "../../.github/release.mjs";
import { root } from "./step.mjs";

const github = join(root, ".github");
const read = (path) => readFileSync(join(root, path), "utf8");
const about = JSON.parse(read("package.json"));

const workflows = readdirSync(join(github, "workflows")).map((name) => {
  const text = read(`.github/workflows/${name}`);
  return { name, text, content: parse(text) };
});
const jobs = workflows.flatMap(({ name, content }) =>
  Object.entries(content.jobs).map(([id, job]) => ({ name: `${name} ${id}`, job })),
);
/** Every command, with the folder it runs in; `npm run ${{ matrix.script }}` once for each value. */
const commands = jobs.flatMap(({ name, job }) =>
  job.steps.flatMap(({ run, "working-directory": own }) => {
    if (run === undefined) return [];
    const folder = own ?? job.defaults?.run?.["working-directory"] ?? ".";
    const values = (key) => [
      ...(job.strategy?.matrix?.[key] ?? []),
      ...(job.strategy?.matrix?.include ?? []).map((row) => row[key]),
    ];
    const matrix = /\$\{\{ matrix\.(\w+) \}\}/.exec(run);
    const lines = matrix === null ? [run] : values(matrix[1]).map((value) => run.replace(matrix[0], value));
    return lines.map((line) => ({ name, folder, line }));
  }),
);

describe("workflows", () => {
  it("are there", () => {
    expect(workflows.map(({ name }) => name)).toEqual(["ci.yml", "pages.yml", "release.yml"]);
    expect(commands.length).toBeGreaterThan(20);
  });

  it.each(workflows)("$name uses actions pinned to a commit, with the version beside it", ({ text }) => {
    const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("pin one version of an action", () => {
    const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)@(.+)$/gm)]);
    const versions = new Map();
    for (const [, action, pin] of pins) versions.set(action, (versions.get(action) ?? new Set()).add(pin));
    for (const [action, found] of versions) expect([action, ...found]).toHaveLength(2);
  });

  it.each(commands.filter(({ line }) => /npm run|node /.test(line)))(
    "$name: what it calls is there: $line",
    ({ line }) => {
      for (const [, script] of line.matchAll(/npm run (?:--silent )?(\S+)/g))
        expect(Object.keys(about.scripts)).toContain(script);
      for (const [, file] of line.matchAll(/node ([\w./-]+\.mjs)/g))
        expect(existsSync(join(root, file)), file).toBe(true);
    },
  );

  it.each(workflows)("$name may read, and no more unless a job says so", ({ content }) => {
    expect(content.permissions).toEqual({ contents: "read" });
  });

  it("give a job what it needs and no more", () => {
    const granted = jobs.flatMap(({ name, job }) =>
      job.permissions === undefined ? [] : [[name, job.permissions]],
    );
    expect(Object.fromEntries(granted)).toEqual({
      "pages.yml deploy": { pages: "write", "id-token": "write" },
      "release.yml release": { contents: "write" },
      "release.yml npm": { "id-token": "write" },
    });
  });

  it("keep no credentials in the checkout, and run no dependency where something can be published", () => {
    for (const { name, job } of jobs) {
      for (const step of job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
        expect(step.with?.["persist-credentials"], name).toBe(false);
      if (job.permissions === undefined) continue;
      for (const { run = "", uses = "" } of job.steps)
        expect(`${run} ${uses}`, name).not.toMatch(/npm (ci|install|run)|checkout/);
    }
  });

  it.each(jobs)("$name ends within an hour, and takes no text of strangers into a command", ({ job }) => {
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    for (const { run = "" } of job.steps) expect(run).not.toMatch(/\$\{\{ *(github|inputs|vars)\./);
  });

  it("run the command line on three systems with three versions of Node, among them the oldest supported", () => {
    const { os, node } = workflows[0].content.jobs["command-line"].strategy.matrix;
    expect(os.map((name) => name.split("-")[0])).toEqual(["ubuntu", "macos", "windows"]);
    expect(node).toEqual([20, 22, 24]);
    expect(about.engines.node).toMatch(new RegExp(`^>=${node[0]}\\.`));
    expect(read(".nvmrc").trim()).toBe(String(node[0]));
  });
});

describe("forms and updates", () => {
  const forms = readdirSync(join(github, "ISSUE_TEMPLATE")).filter((name) => name !== "config.yml");

  it.each(forms)("%s asks for something, under ids of its own", (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`));
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter(({ type }) => type !== "markdown");
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(fields.some(({ validations }) => validations?.required)).toBe(true);
    for (const { attributes } of fields) expect(attributes.label).toEqual(expect.any(String));
  });

  it("of dependencies look at each place that has some", () => {
    const files = { npm: "package.json", cargo: "Cargo.toml", "github-actions": ".github/workflows" };
    const { updates } = parse(read(".github/dependabot.yml"));
    expect(updates.map((update) => update["package-ecosystem"]).sort()).toEqual(Object.keys(files).sort());
    for (const update of updates)
      for (const folder of update.directories ?? [update.directory])
        expect(existsSync(join(root, folder, files[update["package-ecosystem"]]))).toBe(true);
  });
});

describe("release", () => {
  const changelog =
    "# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-12-24\n\n### Added\n\n- More.\n\n## [1.1.0] - 2026-11-01\n";
  const home = { url: "git+https://github.com/a/b.git" };
  const right = {
    tag: "v1.2.0",
    repository: "a/b",
    publishes: true,
    about: { version: "1.2.0", repository: home },
    changelog,
  };

  it("takes its notes from the changelog", () => {
    expect(changesOf(changelog, "1.2.0")).toEqual({ date: "2026-12-24", notes: "### Added\n\n- More." });
    expect(changesOf(changelog, "1.3.0")).toBeNull();
    expect(changesOf(changelog, "Unreleased")).toBeNull();
  });

  it.each([
    ["nothing", {}, []],
    ["the tag", { tag: "v1.2.1" }, ["The tag is v1.2.1 and package.json says 1.2.0."]],
    [
      "a version without a part in the changelog",
      { tag: "v1.3.0", about: { version: "1.3.0", repository: home } },
      ["CHANGELOG.md has no dated part for 1.3.0."],
    ],
    [
      "a part that says nothing",
      { tag: "v1.1.0", about: { version: "1.1.0", repository: home } },
      ["CHANGELOG.md says nothing of 1.1.0."],
    ],
    [
      "another repository, when it goes to npm",
      { repository: "c/d" },
      [`package.json names ${home.url} as the repository; npm wants git+https://github.com/c/d.git.`],
    ],
    ["another repository, when it does not", { repository: "c/d", publishes: false }, []],
  ])("finds fault with %s", (_, change, faults) => {
    expect(faultsOf({ ...right, ...change })).toEqual(faults);
  });
});
