/** Tools that leave no string in `.comment`: seen by sections, needed libraries and GPU code. */
import type { ElfFacts } from "../../../facts/model.ts";
import type { Tool } from "../readings.ts";

export function sectionTools(elf: ElfFacts): Tool[] {
  return [...goTools(elf), ...gpuTools(elf), ...fortranTools(elf), ...linkerTools(elf)];
}

function goTools({ sectionMarks }: ElfFacts): Tool[] {
  const mark = sectionMarks.find((name) => name === ".go.buildinfo" || name === ".note.go.buildid");
  return mark === undefined ? [] : [tool("language", "Go", `section ${mark}`)];
}

/** nvcc's host code shows the compiler of the host; what it adds is the section for its fat binaries. */
function gpuTools({ sectionMarks, gpu }: ElfFacts): Tool[] {
  const cuda = sectionMarks.find((name) => name === ".nv_fatbin" || name === ".nvFatBinSegment");
  const hip = sectionMarks.find((name) => name === ".hip_fatbin" || name === ".hipFatBinSegment");
  const version = gpu?.cuda?.toolkits.at(-1) ?? null;
  const containers = gpu?.cuda?.containers ?? 0;
  const cudaMark = cuda === undefined ? (containers > 0 ? "fat binaries" : null) : `section ${cuda}`;
  return [
    // Clang writes the same sections when it compiles CUDA.
    ...(cudaMark === null ? [] : [{ ...tool("compiler", "nvcc", cudaMark), version, likely: true }]),
    ...(hip === undefined ? [] : [{ ...tool("compiler", "hipcc", `section ${hip}`), likely: true }]),
  ];
}

/** GCC releases of libgfortran's sonames (GCC's release notes, "Fortran"). */
const GFORTRAN: Readonly<Record<string, string>> = {
  "3": "GCC 4.3 to 6",
  "4": "GCC 7",
  "5": "GCC 8 or newer",
};

/** auditwheel puts a hash into the names of grafted libraries. */
const LIBGFORTRAN = /^libgfortran(?:-[0-9a-f]+)?\.so\.(\d+)/;

function fortranTools({ needed, soname }: ElfFacts): Tool[] {
  if (LIBGFORTRAN.test(soname ?? "")) return [];
  for (const name of needed) {
    const major = LIBGFORTRAN.exec(name)?.[1];
    if (major === undefined) continue;
    const packaging = Object.hasOwn(GFORTRAN, major) ? (GFORTRAN[major] ?? null) : null;
    return [{ ...tool("compiler", "gfortran", `needs ${name}`), packaging, likely: true }];
  }
  return [];
}

function linkerTools({ sectionMarks }: ElfFacts): Tool[] {
  const mark = sectionMarks.find((name) => name === ".note.gnu.gold-version");
  return mark === undefined ? [] : [tool("linker", "gold", `section ${mark}`)];
}

function tool(kind: Tool["kind"], name: string, evidence: string): Tool {
  return { kind, name, version: null, packaging: null, likely: false, evidence };
}
