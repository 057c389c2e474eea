/** Made-up wheels with long links, and an ordinary one. */
import type { WheelFacts } from "../../src/facts/model.ts";
import { cxxNames, extension, library, wheel } from "../core/builders.ts";

/** `count` libraries, each with names and versions of its own; the first claims too much. */
export function longWheel(count: number): WheelFacts {
  const some = (seed: number, length: number): string[] =>
    Array.from(
      { length },
      (_, index) => `_ZN${(seed * 7919 + index * 104_729) % 9973}name${(seed * 31 + index) % 997}Ev`,
    );
  return wheel({
    libraries: Array.from({ length: count }, (_, seed) => {
      const shape = {
        buildId: (seed * 2_654_435_761).toString(16).padStart(40, "0").slice(-40),
        soname: `lib${(seed * 7907) % 9973}.so.${seed % 7}`,
        needs: {
          "libc.so.6": [
            "GLIBC_2.2.5 malloc",
            `GLIBC_2.${(seed % 14) + 3} ${some(seed, 2).join(" ")}`,
            seed < 3 ? "GLIBC_2.34 pthread_create" : "GLIBC_2.17 clock_gettime",
          ],
          [`libdep${(seed * 13) % 499}.so.1`]: [`DEP${seed % 50}_1.${seed} ${some(seed + 1, 2).join(" ")}`],
        },
        cxx: cxxNames({
          fromRuntime: { new: some(seed, 5) },
          own: { new: some(seed + 2, 6), neutral: seed },
        }),
      };
      return seed === 0 ? extension("pkg/_x.so", shape) : library(`pkg/lib${(seed * 7907) % 9973}.so`, shape);
    }),
  });
}

/** A wheel with a bit of everything that most wheels have. */
export const example = wheel({
  sha256: "0f".repeat(32),
  requiresDist: ["torch>=2", 'pytest; extra == "test"'],
  libraries: [
    extension("pkg/_x.cpython-312-x86_64-linux-gnu.so", {
      needs: { "libc.so.6": ["GLIBC_2.2.5 malloc free", "GLIBC_2.34 pthread_create dlopen"] },
      needed: ["libc.so.6", "liba.so"],
      rpath: "$ORIGIN/../pkg.libs:$ORIGIN/nowhere",
      buildId: "00ff12",
    }),
    library("pkg.libs/liba.so", { soname: "liba.so" }),
  ],
});
