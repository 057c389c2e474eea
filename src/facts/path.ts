/** Paths inside a wheel, and other paths with `/` between their parts. */

/** The last part: `libfoo.so.1` of `pkg.libs/libfoo.so.1`. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The folder without the slash after it: `pkg.libs`; empty at the root. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** The folder as it stands before the name, with its slash: `pkg.libs/`; empty at the root. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
