/** Facts with some libraries left out: who has a name is said by places in the list. */
import { expect, test } from "vitest";
import { onlyLibraries } from "../../src/document/link/prune/map-facts.ts";
import { extension, library, wheel } from "../core/builders.ts";

test("owners of names keep their places when libraries are left out", () => {
  const asks = (...sets: number[][]) => ({
    owners: sets.map((places, at) => ({ in: places, name: `n${at}` })),
    unowned: { count: 0, names: [] },
  });
  const facts = wheel({
    libraries: [
      library("pkg/gone.so"),
      { ...extension("pkg/_x.so"), links: asks([2], [0], [0, 2]) },
      library("pkg/kept.so"),
    ],
  });
  const { libraries } = onlyLibraries(facts, new Set(["pkg/_x.so", "pkg/kept.so"]));
  expect(libraries.map(({ path }) => path)).toEqual(["pkg/_x.so", "pkg/kept.so"]);
  expect(libraries[0]?.links?.owners).toEqual([{ in: [1], name: "n0" }]);
});
