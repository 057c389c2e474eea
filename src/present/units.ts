/** Figures and names as people read them. English only, the same on every machine. */
import type { Architecture, LibraryRole } from "../facts/model.ts";

const units = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** Decimal units, as file managers and package indexes use them: 391 kB, 61.2 MB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  if (unit === 0) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  return `${value < 99.5 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? ""}`;
}

/** 13,048 */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** "1 library", "16 libraries". */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** The last part of a path inside the wheel. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder of a path, with its slash; empty at the root. */
export function folder(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

export function roleName(role: LibraryRole): string {
  switch (role) {
    case "extension-module":
      return "extension module";
    case "shared-library":
      return "shared library";
    case "executable":
      return "program";
    case "relocatable-object":
      return "object file";
  }
}

export function architectureName(architecture: Architecture): string {
  return architecture.startsWith("machine-") ? `machine ${architecture.slice(8)}` : architecture;
}

/** Version names sort by their numbers: GLIBC_2.4 before GLIBC_2.34, GLIBC_PRIVATE last. Plain tags work too. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/[._-]/);
  const right = b.split(/[._-]/);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const one = left[index];
    const two = right[index];
    if (one === two) continue;
    if (one === undefined) return -1;
    if (two === undefined) return 1;
    const [x, y] = [Number(one), Number(two)];
    if (Number.isNaN(x) || Number.isNaN(y)) {
      if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1;
      return one < two ? -1 : 1;
    }
    if (x !== y) return x - y;
  }
  return 0;
}
