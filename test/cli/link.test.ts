/** `wheelscope link`: the link, where it leads, and what is said when there is none. */
import { writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { decodeLink } from "../../src/document/link/decode.ts";
import { inspectError } from "../../src/facts/inspect-error.ts";
import { extension, library, wheel } from "../core/builders.ts";
import { useWorld, type World } from "./world.ts";

const { wheelscope, path } = useWorld();

const named = (tags: string, glibc: string) => {
  const name = `pkg-1.0-${tags}.whl`;
  const libraries = [extension("pkg/_x.so", { needs: { "libc.so.6": [`GLIBC_${glibc} fcntl64`] } })];
  return wheel({ fileName: name, sha256: "a".repeat(64), distInfo: { tags: [tags] }, libraries });
};
const [one, two] = ["cp312-cp312-manylinux_2_17_x86_64", "cp313-cp313-manylinux_2_17_x86_64"] as const;
const files: NonNullable<World["files"]> = {
  [`pkg-1.0-${one}.whl`]: named(one, "2.14"),
  [`pkg-1.0-${two}.whl`]: named(two, "2.28"),
};
const broken = { "broken.whl": { ok: false, error: inspectError("not-a-zip") } as const };

/** What the link in a line opens as. */
function opened(line: string) {
  const text = /#\/r\/([\w.-]+)/.exec(line)?.[1] ?? "";
  const outcome = decodeLink(text);
  if (!outcome.ok) throw new Error(outcome.error.id);
  return outcome.value;
}

describe("the link", () => {
  it("is the end of an address, opens as the same facts with their hash, and is the same every time", async () => {
    const { code, out, err } = await wheelscope(`link @/pkg-1.0-${one}.whl`, { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^#\/r\/1\.d\.[\w-]+\.[0-9a-f]{8}\n$/);
    const { title, wheels, dropped } = opened(out);
    expect({ title, dropped }).toEqual({ title: null, dropped: [] });
    expect(wheels.map(({ facts, then }) => [facts.fileName, facts.sha256, then.outcome])).toEqual([
      [`pkg-1.0-${one}.whl`, "a".repeat(64), "complies"],
    ]);
    expect((await wheelscope(`link @/pkg-1.0-${one}.whl`, { files })).out).toBe(out);
  });

  it("stands behind the page's address, by flag or by environment; the flag wins", async () => {
    const line = `link @/pkg-1.0-${one}.whl`;
    const page = "https://environment.example/w/";
    expect((await wheelscope(line, { files, page })).out).toMatch(
      /^https:\/\/environment\.example\/w\/#\/r\/1/,
    );
    const flag = await wheelscope(`${line} --page https://flag.example/index.html#/learn`, { files, page });
    expect(flag.out).toMatch(/^https:\/\/flag\.example\/index\.html#\/r\/1/);
    const bad = await wheelscope(`${line} --page javascript:alert(1)`, { files });
    expect(bad).toMatchObject({ code: 2, out: "" });
    expect(bad.err).toContain("--page takes the address of a page");
  });

  it("tells somebody at a terminal where to put it", async () => {
    const { out, err } = await wheelscope(`link @/pkg-1.0-${one}.whl`, { files, terminal: true });
    expect(out).toMatch(/^#\/r\//);
    expect(err).toContain("WHEELSCOPE_PAGE");
  });

  it("takes several files as one release, and a title", async () => {
    const { out } = await wheelscope(["link", path(""), "--title", "Before the fix"], { files });
    const { title, wheels } = opened(out);
    expect(title).toBe("Before the fix");
    expect(wheels.map(({ facts }) => facts.fileName)).toEqual([`pkg-1.0-${one}.whl`, `pkg-1.0-${two}.whl`]);
  });

  it("is the same in whatever order the files are named", async () => {
    const [there, back] = await Promise.all([
      wheelscope(`link @/pkg-1.0-${one}.whl @/pkg-1.0-${two}.whl`, { files }),
      wheelscope(`link @/pkg-1.0-${two}.whl @/pkg-1.0-${one}.whl`, { files }),
    ]);
    expect(there.out).toBe(back.out);
  });

  it("is Markdown where asked for", async () => {
    const page = "https://w.example/";
    const single = await wheelscope(`link --markdown @/pkg-1.0-${two}.whl`, { files, page });
    expect(single.out).toMatch(
      /^\[✗ pkg 1\.0: needs glibc 2\.28\]\(https:\/\/w\.example\/#\/r\/1\.d\.[\w.-]+\)\n$/,
    );
    const titled = await wheelscope(["link", "--markdown", "--title", "Release [1]", path("")], {
      files,
      page,
    });
    expect(titled.out).toMatch(/^\[Release \\\[1\\\]\]\(https:/);
    const several = await wheelscope("link --markdown @", { files, page });
    expect(several.out).toMatch(/^\[✗ pkg 1\.0: 2 wheels, 1 does not keep its claim\]\(https:/);
  });

  it("is made of a saved report too", async () => {
    const saved = await wheelscope(`show --json @/pkg-1.0-${one}.whl`, { files });
    await writeFile(path("report.json"), saved.out);
    const { out, code } = await wheelscope("link @/report.json");
    expect(code).toBe(0);
    expect(out).toBe((await wheelscope(`link @/pkg-1.0-${one}.whl`, { files })).out);
  });
});

describe("no link", () => {
  it("where a file cannot be read: a link to the others would pass for one to all", async () => {
    const { code, out, err } = await wheelscope("link @", { files: { ...files, ...broken } });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("[not-a-zip]");
    expect(err).toMatch(/\nwheelscope: No link: /);
  });

  it("where it would be too long, and what to do instead", async () => {
    const noise = (seed: number) => (Math.imul(seed, 2654435761) >>> 0).toString(36);
    const many = Array.from({ length: 1500 }, (_, index) => {
      const name = [1, 2, 3, 4, 5].map((part) => noise(5 * index + part)).join("");
      return library(`pkg/${name}.so`, { rpath: `/${name}` });
    });
    const huge = wheel({ fileName: `pkg-1.0-${one}.whl`, libraries: many });
    const { code, out, err } = await wheelscope(`link @/pkg-1.0-${one}.whl`, {
      files: { [`pkg-1.0-${one}.whl`]: huge },
    });
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toMatch(/would have [\d,]+ characters; .* 32,000\. .*wheelscope show --json/);
  });

  it("without a file", async () => {
    expect(await wheelscope("link")).toMatchObject({ code: 2, out: "" });
  });
});

describe("saved reports", () => {
  it("are shown like the wheel, and say where they come from", async () => {
    const saved = await wheelscope("show --json @", { files });
    await writeFile(path("report.json"), saved.out);
    const several = await wheelscope("show @/report.json");
    expect(several.out).toMatch(/^pkg 1\.0 {3}2 wheels/);
    const [first = ""] = saved.out.split("\n");
    await writeFile(path("one.json"), first);
    const { out, code } = await wheelscope("check @/one.json");
    expect(code).toBe(0);
    expect(out).toMatch(/From the saved report .*one\.json, not checked against the file\./);
    expect(out).toContain("✓ Complies with manylinux_2_17_x86_64");
    expect(JSON.parse((await wheelscope("show --json @/one.json")).out)).toEqual(JSON.parse(first));
  });

  it("are refused where they are none", async () => {
    await writeFile(path("package.json"), "{}");
    const { code, out, err } = await wheelscope("show @/package.json");
    expect({ code, out }).toEqual({ code: 3, out: "" });
    expect(err).toContain("[report-unreadable]");
  });
});
