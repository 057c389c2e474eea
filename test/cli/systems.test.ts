/** Where a wheel runs, in text, as JSON, and as an exit code. */
import { describe, expect, it } from "vitest";
import { namesOf } from "../../src/cli/text/print-systems.ts";
import { isCurrent } from "../../src/present/systems.ts";
import { knowledge } from "../../src/data/index.ts";
import { extension, wheel } from "../core/builders.ts";
import { useWorld } from "./world.ts";

const { wheelscope } = useWorld();

const needing = (version: string, tags = "manylinux_2_34_x86_64") =>
  wheel({ tags, libraries: [extension("pkg/_x.so", { needs: { "libc.so.6": [`${version} stat`] } })] });
const files = {
  "new.whl": needing("GLIBC_2.33"),
  "old.whl": needing("GLIBC_2.17", "manylinux_2_17_x86_64"),
  "pure.whl": wheel({ tags: "any", libraries: [] }),
  "windows.whl": wheel({ tags: "win_amd64", libraries: [] }),
};

describe("the age of what is known", () => {
  it("is said when it is more than a year, and not before", async () => {
    const old = await wheelscope("show @/old.whl", { files, today: "2028-01-01" });
    expect(old.out).toMatch(
      /! What is known of \d+ of these systems is more than a year old \(the oldest of/,
    );
    const now = await wheelscope("show @/old.whl", { files, today: "2027-01-01" });
    expect(now.out).not.toContain("more than a year old");
  });
});

describe("--floor", () => {
  it.each([
    ["check @/new.whl", 0],
    ["check @/new.whl --floor ubuntu-22.04", 0],
    ["check @/new.whl --floor ubuntu-20.04", 1],
    ["check @/old.whl --floor ubuntu-20.04", 0],
    ["check @/old.whl --floor alpine-3.22", 1],
    ["check @/pure.whl --floor ubuntu-20.04", 0],
    ["check @/windows.whl --floor ubuntu-20.04", 1],
    ["show @/new.whl --floor ubuntu-20.04", 0],
    ["show @/new.whl --floor ubuntu", 2],
  ])("wheelscope %s ends with %i", async (line, code) => {
    expect((await wheelscope(line, { files })).code).toBe(code);
  });

  it("says beside the verdict whether the wheel runs there, and why not", async () => {
    const no = await wheelscope("show @/new.whl --floor ubuntu-20.04", { files });
    expect(no.out).toMatch(/\n✗ Ubuntu 20\.04.*, your floor: does not run there\. Needs GLIBC_2\.33/);
    const yes = await wheelscope("show @/new.whl --floor ubuntu-22.04", { files });
    expect(yes.out).toMatch(/\n✓ Ubuntu 22\.04.*, your floor: runs there\./);
    const quiet = await wheelscope("check -q @/new.whl --floor ubuntu-20.04", { files });
    expect(quiet.out).toMatch(/^✗ new\.whl: .* Does not run on ubuntu-20\.04\.\n$/);
    expect((await wheelscope("show @/pure.whl --floor ubuntu-20.04", { files })).out).toContain(
      "nothing in the wheel depends on the system",
    );
  });

  it("stands in the document", async () => {
    const { out } = await wheelscope("show --json @/new.whl --floor ubuntu-20.04", { files });
    const { floor } = JSON.parse(out) as { floor?: unknown };
    expect(floor).toMatchObject({ id: "ubuntu-20.04", outcome: "needs-newer-glibc", evidence: [{}] });
    expect(JSON.parse((await wheelscope("show --json @/new.whl", { files })).out)).not.toHaveProperty(
      "floor",
    );
  });

  it("suggests the system that was meant", async () => {
    const { err } = await wheelscope("show @/new.whl --floor ubuntu-20.4", { files });
    expect(err).toContain("--floor: there is no system “ubuntu-20.4”; did you mean ubuntu-20.04?");
  });
});

describe("the block in a report", () => {
  it("tells each kind of failure once, systems out of support when asked", async () => {
    const { out } = await wheelscope("show @/new.whl", { files });
    expect(out).toMatch(/\n {2}✓ .*Ubuntu .*22\.04/);
    expect(out.match(/✗ older glibc: /g)).toHaveLength(1);
    expect(out).not.toMatch(/Ubuntu [^·\n]*20\.04/);
    const all = await wheelscope("show @/new.whl --systems all", { files });
    expect(all.out).toMatch(/✗ older glibc: Ubuntu 20\.04/);
    expect(all.out).not.toContain("out of support");
  });

  it("counts what few people ask for, unless others do not stand for it or all are asked for", async () => {
    const { out } = await wheelscope("show @/old.whl", { files });
    expect(out).toMatch(/✓ Ubuntu [^]* · \d+ less common\n/);
    expect(out).not.toContain("Gentoo");
    expect((await wheelscope("show @/old.whl --systems all", { files })).out).toContain("Gentoo");
  });

  it("names a few of those that the wheel was never meant for, unless all are asked for", async () => {
    const musl = wheel({
      tags: "musllinux_1_2_x86_64",
      libraries: [extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    });
    const { out } = await wheelscope("show @/musl.whl", { files: { "musl.whl": musl } });
    expect(out).toMatch(/✗ other C library: Ubuntu [^]* · others\n/);
    expect(out).not.toContain("Arch Linux");
    const all = await wheelscope("show @/musl.whl --systems all", { files: { "musl.whl": musl } });
    expect(all.out).toContain("Arch Linux");
  });

  it("is not there without native code", async () => {
    expect((await wheelscope("show @/pure.whl", { files })).out).not.toContain("Where it runs");
  });

  it("joins names that differ in their number, and families of the same numbers", () => {
    const row = (name: string, family = name) => ({ name, family });
    expect(
      namesOf([
        row("Ubuntu 24.04 LTS", "u"),
        row("Ubuntu 22.04", "u"),
        row("RHEL 9", "r"),
        row("AlmaLinux 9", "r"),
        row("Debian 9", "d"),
        row("Arch Linux", "a"),
        row("AWS Lambda (Python 3.8)", "l"),
      ]),
    ).toEqual([
      "Ubuntu 24.04, 22.04",
      "RHEL / AlmaLinux 9",
      "Debian 9",
      "Arch Linux",
      "AWS Lambda (Python 3.8)",
    ]);
  });

  it("counts a release as current to the day its support ends", () => {
    expect(isCurrent({ endOfLife: "2026-05-31" }, "2026-05-31")).toBe(true);
    expect(isCurrent({ endOfLife: "2026-05-31" }, "2026-06-01")).toBe(false);
    expect(isCurrent({ endOfLife: null }, "2026-06-01")).toBe(true);
  });
});

describe("wheelscope systems", () => {
  it("lists ids with what they bring and until when", async () => {
    const { out, code } = await wheelscope("systems");
    expect(code).toBe(0);
    expect(out).toMatch(/\n {2}ubuntu-22\.04 +Ubuntu 22\.04.* +glibc 2\.35 +3\.4\.30 +2027-/);
    for (const { id } of knowledge.systems.systems) expect(out).toContain(` ${id} `);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  it("gives the same as JSON", async () => {
    const { systems } = JSON.parse((await wheelscope("systems --json")).out) as { systems: { id: string }[] };
    expect(systems.map(({ id }) => id)).toEqual(knowledge.systems.systems.map(({ id }) => id));
    expect(systems.find(({ id }) => id === "ubuntu-22.04")).toMatchObject({
      name: expect.stringMatching(/^Ubuntu 22\.04/) as string,
      libc: "glibc 2.35",
      libstdcxx: "3.4.30",
    });
  });
});
