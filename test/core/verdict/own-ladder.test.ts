import { describe, expect, test } from "vitest";
import { assess } from "../../../src/core/assess.ts";
import type { WheelFacts } from "../../../src/facts/model.ts";
import { knowledge } from "../../../src/data/index.ts";
import { extension, library, wheel } from "../builders.ts";

const ladder = (facts: WheelFacts) => assess(facts, knowledge).ladder;
const step = (facts: WheelFacts, tag: string) => ladder(facts).find((each) => each.tag === tag);

describe("the ladder of a report agrees with its verdict", () => {
  test("libraries that others bring are listed, but stand in nobody's way", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", {
          needs: { "libc.so.6": ["GLIBC_2.17 x"] },
          needed: ["libc.so.6", "libcuda.so.1", "libb.so"],
        }),
        library("pkg/libs/libb.so"),
      ],
    });
    expect(step(facts, "manylinux_2_17_x86_64")).toMatchObject({
      fits: true,
      best: true,
      claimed: true,
      setAside: 2,
      blockers: [
        { kind: "library", needed: "libb.so", in: "pkg/_x.so" },
        { kind: "library", needed: "libcuda.so.1", in: "pkg/_x.so" },
      ],
    });
    expect(step(facts, "manylinux_2_5_x86_64")).toMatchObject({ fits: false, setAside: 2 });
    expect(step(facts, "manylinux_2_5_x86_64")?.blockers[0]?.kind).toBe("symbol-version");
  });

  test("what auditwheel does not see blocks too", () => {
    const facts = wheel({
      libraries: [
        extension("pkg/_x.so", {
          needs: { "libc.so.6": ["GLIBC_2.34 dlopen"] },
          sections: { count: 0, dynamicSymbols: false, versionNeeds: false },
        }),
      ],
    });
    expect(ladder(facts).filter(({ fits }) => fits)[0]?.tag).toBe("manylinux_2_34_x86_64");
    expect(ladder(facts).find(({ best }) => best)?.tag).toBe("manylinux_2_34_x86_64");
  });

  test("with nothing but linux left, that is what is marked", () => {
    const facts = wheel({ libraries: [extension("pkg/_x.so", { needed: ["libc.so.6", "libgone.so"] })] });
    expect(ladder(facts).find(({ best }) => best)?.tag).toBe("linux_x86_64");
  });

  test("a musllinux claim is its own best", () => {
    const facts = wheel({
      tags: "musllinux_1_2_x86_64",
      libraries: [extension("pkg/_x.so", { libc: "musl", needed: ["libc.musl-x86_64.so.1"] })],
    });
    expect(ladder(facts).find(({ best }) => best)?.tag).toBe("musllinux_1_2_x86_64");
  });
});

test("one odd file is named with what the wheel would be without it", () => {
  const facts = wheel({
    libraries: [
      extension("pkg/_x.so", { needs: { "libc.so.6": ["GLIBC_2.17 x"] } }),
      library("pkg/odd.so", { needed: ["libc.so.6", "libgone.so"] }),
    ],
  });
  expect(assess(facts, knowledge).withoutFile).toEqual([
    { path: "pkg/odd.so", bestTag: "manylinux_2_17_x86_64" },
  ]);
});
