/** What a wheel asks for, by its tags: always, under a condition, or not at all. */
import { describe, expect, test } from "vitest";
import { environmentsOf } from "../../../src/core/requirements/environments.ts";
import { requirementsOf } from "../../../src/core/requirements/requirements.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { parseWheelName } from "../../../src/facts/names/wheel-name.ts";
import { extension, wheel } from "../builders.ts";

interface Case {
  readonly tags?: string;
  readonly requiresPython?: string;
}

function facts(lines: readonly string[], { tags = CP312, requiresPython }: Case = {}): WheelFacts {
  const made = wheel({ requiresDist: lines, libraries: [extension("pkg/_x.so")] });
  if (made.distInfo === null) throw new Error("no metadata");
  return {
    ...made,
    name: parseWheelName(`pkg-1.0-${tags}.whl`),
    distInfo: { ...made.distInfo, requiresPython: requiresPython ?? null },
  };
}

const CP312 = "cp312-cp312-manylinux_2_17_x86_64";
const ABI3 = "cp38-abi3-manylinux_2_17_x86_64";
const ARM = "cp312-cp312-manylinux_2_17_armv7l";
const PY3 = "py3-none-manylinux_2_17_x86_64";

/** `always`, `never`, `unreadable`, or the condition. */
function when(line: string, shape?: Case): string {
  const { asked, unreadable } = requirementsOf(facts([line], shape));
  if (unreadable.length > 0) return "unreadable";
  return asked.length === 0 ? "never" : (asked[0]?.condition ?? "always");
}

describe("a requirement holds", () => {
  test.each<[marker: string, tags: string, expected: string]>([
    ["", CP312, "always"],
    ["; platform_system == 'Linux' and platform_machine == 'x86_64'", CP312, "always"],
    ["; platform_machine == 'aarch64'", CP312, "never"],
    ["; sys_platform == 'win32'", CP312, "never"],
    ["; sys_platform == 'win32' and extra == 'x' or os_name == 'posix'", CP312, "always"],
    ["; sys_platform == 'win32' or sys_platform == 'linux' and extra == 'x'", CP312, 'extra == "x"'],
    ["; (sys_platform == 'win32' or sys_platform == 'linux') and extra == 'x'", CP312, 'extra == "x"'],
    ["; extra == 'x' or extra == 'y'", CP312, 'extra == "x" or extra == "y"'],
    ["; extra == 'x' and sys_platform == 'darwin'", CP312, "never"],
    ["; platform_release >= '5'", CP312, 'platform_release >= "5"'],
    ["; python_version < '3.12'", CP312, "never"],
    ["; python_version >= '3.10' and python_version < '4'", CP312, "always"],
    ["; python_version < '3.11'", ABI3, 'python_version < "3.11"'],
    ["; python_version < '3.11' or python_version >= '3.11'", ABI3, "always"],
    ["; python_version < '3.8'", ABI3, "never"],
    ["; python_full_version < '3.12.4'", CP312, 'python_full_version < "3.12.4"'],
    ["; python_full_version < '3.13.0a6'", CP312, "always"],
    ["; python_full_version == '3.12.*'", CP312, "always"],
    ["; '3.12' > python_full_version", CP312, "never"],
    ["; platform_python_implementation == 'PyPy'", CP312, "never"],
    ["; implementation_name == 'pypy'", "pp310-pypy310_pp73-manylinux_2_17_x86_64", "always"],
    ["; implementation_name == 'cpython'", PY3, 'implementation_name == "cpython"'],
    ["; sys_platform == 'linux2'", "cp27-cp27mu-manylinux1_x86_64", "always"],
    ["; platform_machine == 'aarch64'", ARM, 'platform_machine == "aarch64"'],
    ["; platform_machine == 'x86_64'", ARM, "never"],
    ["; sys_platform == 'android'", "cp313-cp313-android_24_arm64_v8a", "always"],
    [
      "; platform_machine == 'x86_64'",
      "cp312-cp312-linux_x86_64.linux_aarch64",
      'platform_machine == "x86_64"',
    ],
    // Tags that do not tell: the libraries do.
    ["; platform_machine == 'x86_64'", "py3-none-any", "always"],
    ["; sys_platform == 'linux'", "cp312-cp312-win_amd64", "always"],
    ["; python_version >= '3.8'", "jy3-none-any", 'python_version >= "3.8"'],
    ["; sys_platform = 'linux'", CP312, "unreadable"],
    ["; sys_platform == 'linux' and", CP312, "unreadable"],
  ])("torch %s in %s: %s", (marker, tags, expected) => {
    expect(when(`torch ${marker}`, { tags })).toBe(expected);
  });

  test.each([
    [">=3.10", "always"],
    [">=3.10,<3.14", "always"],
    ["~=3.9", 'python_version >= "3.10"'],
    [">=3.9,!=3.9.*", "always"],
    ["nonsense", 'python_version >= "3.10"'],
    [">=4", 'python_version >= "3.10"'],
  ])("where Requires-Python %s lets it in: %s", (requiresPython, expected) => {
    expect(when("torch; python_version >= '3.10'", { tags: PY3, requiresPython })).toBe(expected);
  });
});

test("names, extras and versions stay; what is unreadable keeps its name", () => {
  const lines = ["cuda-toolkit[CUBLAS]==13.*", "nvidia_cublas.cu12 (>=12", "", "x; os_name == 'nt'"];
  const { asked, unreadable } = requirementsOf(facts(lines));
  expect(asked).toMatchObject([
    { name: "cuda-toolkit", extras: ["cublas"], versions: "==13.*", condition: null },
  ]);
  expect(unreadable).toEqual([
    { line: "nvidia_cublas.cu12 (>=12", name: "nvidia-cublas-cu12" },
    { line: "", name: "" },
  ]);
});

describe("a hostile wheel", () => {
  test("of many tags has few environments", () => {
    const platforms = Array.from({ length: 500 }, (_, index) => `linux_arch${String(index)}`).join(".");
    const pythons = Array.from(
      { length: 90 },
      (_, index) => `cp3${String(index + 10)}.pp3${String(index + 10)}`,
    );
    const many = facts([], { tags: `${pythons.join(".")}-abi3-${platforms}` });
    expect(environmentsOf(many)).toEqual([
      { os_name: "posix", sys_platform: "linux", platform_system: "Linux" },
    ]);
  });

  test("of many requirements is read as far as any real one would be, and quickly", () => {
    const line = (index: number): string =>
      `p${String(index)}; ${"python_full_version<'3.9.1' or ".repeat(300)}extra=='x'`;
    const start = process.cpuUsage();
    const { asked, unreadable } = requirementsOf(
      facts(
        Array.from({ length: 1000 }, (_, i) => line(i)),
        { tags: PY3 },
      ),
    );
    expect(process.cpuUsage(start).user).toBeLessThan(5000_000);
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.length + unreadable.length).toBe(1000);
  });
});
