/** Which of the page's files answers a request, and where its copy is kept. Pure. */

/** One file of the built page. */
export interface PageFile {
  /** Relative to the folder that the page is served from: `assets/index-x.js`. */
  readonly path: string;
  /** SHA-256 of its bytes in base64, as `integrity` wants it. */
  readonly sha256: string;
}

/** What the build writes down. */
export interface Build {
  /** Changes with any file of the page. */
  readonly version: string;
  readonly files: readonly PageFile[];
}

const start = "index.html";

/**
 * The file of this build that `address` means, or null: somebody else's, to be left to the network. `scope` is the address
 * of the folder that the page is served from, ending in a slash.
 */
export function fileFor(build: Build, scope: string, address: string): PageFile | null {
  const path = pathIn(scope, address);
  if (path === null) return null;
  const wanted = path === "" ? start : path;
  return build.files.find((file) => file.path === wanted) ?? null;
}

/** The part of an address below the scope, without query and fragment; null: not below it. */
export function pathIn(scope: string, address: string): string | null {
  const bare = address.replace(/[?#].*$/s, "");
  return bare.startsWith(scope) ? bare.slice(scope.length) : null;
}

/** The key of a file's copy: its address with its hash, so that a copy found in an older cache is surely the same file. */
export function keyOf(scope: string, { path, sha256 }: PageFile): string {
  return `${scope}${path}?sha256=${encodeURIComponent(sha256)}`;
}

/** Caches belong to an origin; other pages, and other copies of this one, may live on it too. */
export function cacheName(scope: string, version: string): string {
  return `wheelscope ${scope} ${version}`;
}

/** The caches of this folder's page among all those of the origin, without `except`. */
export function ownCaches(scope: string, names: readonly string[], except?: string): readonly string[] {
  return names.filter((name) => name.startsWith(cacheName(scope, "")) && name !== except);
}
