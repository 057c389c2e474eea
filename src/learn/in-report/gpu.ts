/** CUDA and its relatives, and libraries that other wheels bring. */
import type { Report } from "../../core/report.ts";
import { type Sentence, code, library, list, say } from "../../core/sentence.ts";

/** Toolkit and driver, then what GPUs run the code. */
export function gpu({ accelerators, gpu: coverage }: Report): readonly Sentence[] {
  const driver = accelerators?.driver ?? null;
  return [
    ...(accelerators === null ? [] : [accelerators.sentence]),
    ...(driver === null ? [] : [driver.why]),
    ...(coverage === null ? [] : [coverage.sentence]),
  ];
}

/** “libcublas.so.12 from nvidia/cublas/lib, which nvidia-cublas-cu12 brings.” by place, most libraries first. */
export function acrossWheels({ libraries, accelerators }: Report): readonly Sentence[] {
  const byPlace = new Map<string, Set<string>>();
  for (const { linkage } of libraries) {
    for (const link of linkage) {
      if (link.kind !== "other-wheel") continue;
      const names = byPlace.get(link.via) ?? new Set();
      byPlace.set(link.via, names.add(link.needed));
    }
  }
  const bringer = (names: ReadonlySet<string>): string | null => {
    const known = accelerators?.libraries.filter(({ name }) => names.has(name)).map((each) => each.package);
    const packages = [...new Set(known)].filter((name) => name !== null);
    return packages.length === 1 ? (packages[0] ?? null) : null;
  };
  const places = [...byPlace].sort(([, a], [, b]) => b.size - a.size);
  const sentences = places.map(([place, names]) => {
    const from = bringer(names);
    const by = from === null ? "" : say`, which ${code(from)} brings`;
    return say`${list([...names].map(library))} from ${code(place)}${by}.`;
  });
  if (sentences.length > 0 || accelerators === null) return sentences;
  const outside = accelerators.libraries.some(({ declared }) => declared !== null);
  return outside ? [accelerators.sentence] : [];
}
