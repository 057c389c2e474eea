/**
 * Scripts of installed packages that may load libraries before a module asks for them. Read only for packages of which a file fails for
 * want of something that is there and not loaded: then everything rests on such a script.
 */
import { open } from "node:fs/promises";
import type { Together } from "../../core/together/together.ts";
import { preloadWord } from "../../engine/wheel/preload-hints.ts";
import type { ReadSet } from "./read-set.ts";

/** Scripts of one package that are read, and bytes of each. */
const most = 5_000;
const scriptBytes = 1 << 20;

/** Puts the hints of packages in doubt into the set; true if there are some. */
export async function readHints(set: ReadSet, together: Together): Promise<boolean> {
  const inDoubt = new Set(
    together.files.flatMap(({ answer: { outcome, cause }, member }) => {
      const isThere =
        (cause?.kind === "library" && cause.owner !== null) ||
        (cause?.kind === "name" && cause.unbound.ownedBy !== null);
      return outcome === "fails" && isThere && member.of !== null ? [member.of] : [];
    }),
  );
  let found = false;
  for (const place of inDoubt) {
    const known = set.packages[place];
    const hint = known === undefined ? null : await firstHint(set.scripts.get(place) ?? []);
    if (known === undefined || hint === null) continue;
    set.packages[place] = { ...known, preloadHints: [hint] };
    found = true;
  }
  return found;
}

async function firstHint(paths: readonly string[]): Promise<{ path: string; word: string } | null> {
  for (const path of paths.slice(0, most)) {
    const word = preloadWord(await startOf(path));
    if (word !== null) return { path, word };
  }
  return null;
}

async function startOf(path: string): Promise<string> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return "";
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(scriptBytes), 0, scriptBytes, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } catch {
    return "";
  } finally {
    await file.close();
  }
}
