/**
 * Files aligned for smaller pages than some kernels of their architecture have. The loader refuses them: "ELF load command alignment
 * not page-aligned" (glibc, `elf/dl-load.c`). Only architectures whose kernels come with several page sizes are of interest.
 */
import { powerOfTwo } from "../../units.ts";
import type { Architecture } from "../../../facts/model.ts";
import { judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

interface PageSize {
  readonly bytes: number;
  /** Who has it. */
  readonly where: string;
}

/** Page sizes in use beyond 4 KiB, smallest first (kernel configurations of the distributions named). */
const PAGE_SIZES: Partial<Readonly<Record<Architecture, readonly PageSize[]>>> = {
  aarch64: [
    { bytes: 16_384, where: "Raspberry Pi 5, Asahi Linux" },
    { bytes: 65_536, where: "RHEL 8, 64k kernels of RHEL 9 and Ubuntu" },
  ],
  ppc64le: [{ bytes: 65_536, where: "RHEL, SUSE, Debian, Ubuntu" }],
  loongarch64: [{ bytes: 16_384, where: "nearly all distributions" }],
};

export const check: Check = (context) => {
  const found = judgedLibraries(context).flatMap(({ path, elf }) => {
    // One segment is enough: the loader looks at each of them.
    const alignment = elf.smallestLoadAlignment;
    const refused = (PAGE_SIZES[elf.architecture] ?? []).filter(({ bytes }) => alignment < bytes);
    // Without a segment to load there is nothing to align.
    const applies = refused.length > 0 && elf.loadAlignment > 0 && elf.role !== "relocatable-object";
    return applies ? [{ path, alignment, refused }] : [];
  });
  found.sort((a, b) => a.alignment - b.alignment);
  const [worst] = found;
  if (worst === undefined) return null;
  const paths = found.map(({ path }) => path);
  const sizes = worst.refused.map(({ bytes, where }) => `${powerOfTwo(bytes)} (${where})`);
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "is", "are")} aligned for pages of ${powerOfTwo(worst.alignment)} and ${verb(paths.length, "does", "do")} not load where the kernel has pages of ${sizes.join(" or ")}.`,
    advice: [
      say`Link with ${code("-Wl,-z,max-page-size=65536")}; the result loads with smaller pages too. GNU ld and LLD do so by themselves on this architecture, so look for an option that says otherwise.`,
      say`If the file was in order before it was repaired, a patchelf older than 0.12 has done it: use a newer one, or ${code("patchelf --page-size 65536")}.`,
    ],
    libraries: paths,
    evidence: found.map(({ path, alignment }): Evidence => ({
      in: path,
      note: `segments aligned to ${powerOfTwo(alignment)}`,
    })),
  };
};
