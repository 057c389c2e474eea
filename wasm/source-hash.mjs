// The hash that ties the committed module to its sources.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const crate = fileURLToPath(new URL(".", import.meta.url));

/** SHA-256 over names and contents of everything the module is made of: Cargo.toml, Cargo.lock and src. */
export function sourceHash() {
  const sources = readdirSync(join(crate, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(crate.length).replaceAll("\\", "/"));
  const hash = createHash("sha256");
  for (const path of ["Cargo.toml", "Cargo.lock", ...sources].sort()) {
    const content = readFileSync(join(crate, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
