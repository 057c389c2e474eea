/** The files of an archive by name, and what their names alone tell: whether it is a wheel, and its directories. */
import { directoryOf } from "../../facts/path.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { inspectError } from "../../facts/inspect-error.ts";
import { distInfoDirectories } from "./dist-info.ts";
import type { ZipDirectory, ZipEntry } from "../zip/directory.ts";

export interface WheelFiles {
  /** By path; entries that a later one replaces are left out. A Map, because names are hostile. */
  readonly byPath: ReadonlyMap<string, ZipEntry>;
  readonly distInfoDirectories: readonly string[];
  /** Directories that hold a file, at any depth, without the root; sorted. */
  readonly directories: readonly string[];
}

export function wheelFiles(directory: ZipDirectory): WheelFiles {
  const byPath = new Map<string, ZipEntry>();
  const directories = new Set<string>();
  for (const entry of directory.entries) {
    if (entry.kind !== "file" && entry.kind !== "unreadable") continue;
    byPath.set(entry.path, entry);
    for (
      let parent = directoryOf(entry.path);
      parent !== "" && !directories.has(parent);
      parent = directoryOf(parent)
    ) {
      directories.add(parent);
    }
  }
  return {
    byPath,
    distInfoDirectories: distInfoDirectories(directory.entries.map(({ path }) => path)),
    directories: [...directories].sort(),
  };
}

const TEXT_SUFFIX =
  /\.(?:pyi?|pyx|pxd|pxi|txt|md|rst|json|toml|cfg|ini|ya?ml|csv|tsv|html?|css|[cm]?js|ts|map|xml|svg|h|hpp|hxx|inl|c|cc|cpp|cxx|cu|cuh|cmake|typed|tcl|sh|ps1|bat|ipynb|po|pot)$/i;

/** Whether a name promises text, which nobody loads as a library: by its suffix, or because it belongs to the wheel's own metadata. */
export function isTextByName(path: string): boolean {
  return TEXT_SUFFIX.test(path) || /^[^/]+\.dist-info\//.test(path);
}

/** Why an archive that does not call itself a wheel is none; null if it may pass for one. */
export function whyNotWheel(files: WheelFiles, fileName: string): InspectError | null {
  if (fileName.toLowerCase().endsWith(".whl") || files.distInfoDirectories.length > 0) return null;
  const paths = [...files.byPath.keys()];
  if (paths.some((path) => /^[^/]+\/PKG-INFO$/.test(path))) {
    return inspectError("source-release", { detail: "a zip archive with PKG-INFO" });
  }
  if (paths.some((path) => /^pkg-.*\.tar\.(?:zst|bz2)$/.test(path))) return inspectError("conda-package");
  return inspectError("not-a-wheel", { detail: "no .dist-info directory" });
}
