/** A program brings its own process, in which no other wheel's libraries are: a copy that only programs load meets nobody. */
import type { CheckContext } from "../../check-context.ts";

/** All that needs the file, directly or through others of the wheel, ends in programs. False if nobody needs it. */
export function servesProgramsOnly(path: string, { facts, linkage }: CheckContext): boolean {
  const users = new Map<string, string[]>();
  for (const [user, links] of linkage) {
    for (const link of links) {
      if ("path" in link && link.path !== user) users.set(link.path, [...(users.get(link.path) ?? []), user]);
    }
  }
  const roles = new Map(facts.libraries.map(({ path: each, elf }) => [each, elf?.role]));
  const seen = new Set([path]);
  // A set is walked to its end while it grows.
  for (const each of seen) for (const user of users.get(each) ?? []) seen.add(user);
  seen.delete(path);
  const ends = [...seen].filter(
    (each) => (users.get(each) ?? []).length === 0 || roles.get(each) === "extension-module",
  );
  return ends.length > 0 && ends.every((each) => roles.get(each) === "executable");
}
