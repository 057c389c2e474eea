/** `--format markdown`: what goes into an issue or a build's summary. */
import { describe, expect, it } from "vitest";
import { markdownOf } from "../../src/cli/markdown/markdown-text.ts";
import { span } from "../../src/cli/terminal/layout.ts";
import { decodeLink } from "../../src/document/link/decode.ts";
import { extension, wheel } from "../core/builders.ts";
import { useWorld, type World } from "./world.ts";

const { wheelscope } = useWorld();

const named = (tags: string, glibc: string, path = "pkg/_x.so") => {
  const libraries = [extension(path, { needs: { "libc.so.6": [`GLIBC_${glibc} fcntl64`] } })];
  return wheel({ fileName: `pkg-1.0-${tags}.whl`, distInfo: { tags: [tags] }, libraries });
};
const [fine, tooNew] = ["cp312-cp312-manylinux_2_17_x86_64", "cp313-cp313-manylinux_2_17_x86_64"] as const;
const files: NonNullable<World["files"]> = {
  [`pkg-1.0-${fine}.whl`]: named(fine, "2.14"),
  [`pkg-1.0-${tooNew}.whl`]: named(tooNew, "2.28"),
};
const page = "https://w.example/";

describe("one wheel", () => {
  it("has its verdict, its findings with evidence and advice, and its files folded", async () => {
    const { code, out, err } = await wheelscope(`show --format markdown @/pkg-1.0-${tooNew}.whl`, { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [title, , headline] = out.split("\n");
    expect(title).toBe("### ✗ `pkg-1.0-cp313-cp313-manylinux_2_17_x86_64.whl`");
    expect(headline).toMatch(
      /^\*\*Claims `manylinux_2_17_x86_64`, but needs glibc 2\.28\.\*\* `pkg\/_x\.so` asks /,
    );
    expect(out).toMatch(
      /\n- ✗ \*\*Symbol versions too new\*\* \(`symbol-version-too-new`\): `pkg\/_x\.so` asks for /,
    );
    expect(out).toContain("\n  - `fcntl64@GLIBC_2.28` from `libc.so.6` in `pkg/_x.so`\n");
    expect(out).toMatch(/\n {2}- → /);
    expect(out).toContain("<details><summary>Native files (1)</summary>\n\n|");
    expect(out).toContain("| ✗ | `pkg/_x.so` | module | manylinux_2_28 | 2.28 |");
    expect(out).not.toContain("](<");
  });

  it("leads to the page where that is known: the report, and what each finding means", async () => {
    const { out } = await wheelscope(`show --format markdown @/pkg-1.0-${tooNew}.whl`, { files, page });
    const link = /\[Open in Wheelscope\]\(<https:\/\/w\.example\/#\/r\/([\w.-]+)>\)/.exec(out)?.[1] ?? "";
    expect(decodeLink(link).ok).toBe(true);
    expect(out).toContain("([`symbol-version-too-new`](<https://w.example/#/learn/symbol-version-too-new>))");
  });

  it("tells of the floor, and of what is ignored", async () => {
    const ignore = "--ignore claimed-tag-not-met --ignore symbol-version-too-new";
    const { code, out } = await wheelscope(
      `check --format markdown --floor debian-9 ${ignore} @/pkg-1.0-${tooNew}.whl`,
      { files },
    );
    expect(code).toBe(1);
    expect(out).toContain("\n✗ **Debian 9**, your floor: does not run there. Needs `GLIBC_2.28` ");
    expect(out).toContain("(`symbol-version-too-new`, ignored)");
  });
});

describe("several wheels", () => {
  it("are a table, what differs, what fails, and one link to all", async () => {
    const { code, out } = await wheelscope("check --format markdown @", { files, page });
    expect(code).toBe(1);
    expect(out).toMatch(/^### ✗ pkg 1\.0: 2 wheels, 1 does not keep its claim\n/);
    expect(out).toContain("| ✓ | cp312 | x86_64 | glibc | manylinux_2_17 | `2_17` | 2.14 | 100 kB |  |\n");
    expect(out).toContain(
      "| ✗ | cp313 | x86_64 | glibc | manylinux_2_17 | `2_28` | 2.28\\* | 100 kB | ✗2\\* |\n",
    );
    expect(out).toContain("- ! glibc needed: `2.28` for `cp313`, `2.14` for `cp312`.");
    expect(out).toContain("#### ✗ `pkg-1.0-cp313-");
    expect(out).not.toContain("#### ✓");
    expect(out.match(/\[Open in Wheelscope\]/g)).toHaveLength(1);
  });

  it("are one line each with --quiet", async () => {
    const { out } = await wheelscope("show -q --format markdown @", { files });
    expect(out.split("\n")).toEqual([
      expect.stringMatching(/^- ✓ `pkg-1\.0-cp312-.*`: Complies with `manylinux_2_17_x86_64` as claimed\.$/),
      expect.stringMatching(/^- ✗ `pkg-1\.0-cp313-.*`: Claims /),
      "",
    ]);
  });
});

describe("hostile names", () => {
  it("stay text", async () => {
    const path = "pkg/`](http://evil.example)<img src=x>|\n# x\u202e.so";
    const hostile = { [`pkg-1.0-${fine}.whl`]: named(fine, "2.34", path) };
    const { out } = await wheelscope(`show --format markdown @/pkg-1.0-${fine}.whl`, { files: hostile });
    expect(out).not.toContain("\n# x");
    expect(out).not.toContain("\u202e");
    const bare = out.replace(/(`+) ?[^]*?[^`]\1(?!`)/g, "");
    expect(bare).not.toContain("evil.example");
    expect(bare).not.toContain("<img");
    const row = out.split("\n").find((line) => line.startsWith("| ✗ |")) ?? "";
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });

  it.each([
    [[span("a*b_c_ _d [x](y) <b> @me #1 `")], "a\\*b_c\\_ \\_d \\[x\\](y) \\<b\\> \\@me \\#1 \\`"],
    [[span("f``g", "code")], "``` f``g ```"],
    [[span("sym", "symbol"), span("@"), span("V_1", "version")], "`sym@V_1`"],
    [[span("Debian", "strong"), span(" "), span("11", "strong")], "**Debian 11**"],
  ])("%j", (line, markdown) => {
    expect(markdownOf(line)).toBe(markdown);
  });
});
