/**
 * Files marked as needing x86-64-v2, v3 or v4 (`GNU_PROPERTY_X86_ISA_1_NEEDED`, x86-64 psABI "Program Property"). auditwheel refuses
 * such top-level files; bundled libraries with the mark are reported as a warning, since they may be loaded only where they fit.
 */
import { blockersOf, neededInWheel, readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const marked = readLibraries(context.facts).flatMap(({ path, elf }) => {
    const level = isaLevel(elf.isaNeeded);
    return elf.architecture === "x86_64" && level > 1 ? [{ path, level }] : [];
  });
  if (marked.length === 0) return null;
  const blocking = new Set(blockersOf(context, "isa").map((blocker) => blocker.in));
  marked.sort((a, b) => Number(blocking.has(b.path)) - Number(blocking.has(a.path)) || b.level - a.level);
  const paths = marked.map(({ path }) => path);
  const needed = neededInWheel(context.linkage);
  const bundled = marked.filter(({ path }) => needed.has(path));
  const highest = Math.max(...marked.map(({ level }) => level));
  return {
    severity: blocking.size > 0 ? "error" : "warning",
    sentence: say`${subject(paths)} ${verb(paths.length, "is", "are")} marked as needing x86-64-v${highest}; a manylinux tag promises only the baseline x86-64, so older processors stop with an illegal instruction.`,
    advice: [
      say`Compile for the baseline: drop ${code("-march=native")} and ${code(`-march=x86-64-v${highest}`)}, and choose faster code at run time (function multiversioning) instead.`,
      ...(highest === 2
        ? [
            say`The mark may also come from the start-up files of the build system: those of AlmaLinux 9 (the ${code("manylinux_2_34_x86_64")} image) are built for x86-64-v2. Building in ${code("manylinux_2_28_x86_64")} avoids it.`,
          ]
        : []),
      ...(bundled.length > 0
        ? [
            say`auditwheel looks only at files that no other file of the wheel needs, so it lets ${subject(bundled.map(({ path }) => path))} pass; a copy of a system library needs what the system it was taken from needs.`,
          ]
        : []),
    ],
    libraries: paths,
    evidence: marked.map(({ path, level }): Evidence => ({
      in: path,
      note: `needs x86-64-v${level}${needed.has(path) ? ", and other files of the wheel need it" : ""}`,
    })),
  };
};

/** 1 baseline … 4; bits as in `ElfFacts.isaNeeded`. */
export function isaLevel(bits: number | null): number {
  if (bits === null) return 1;
  return bits & 8 ? 4 : bits & 4 ? 3 : bits & 2 ? 2 : 1;
}
