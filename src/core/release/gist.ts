/** A set of wheels in a few words, as for the text of a link. */
import { count } from "../sentence.ts";
import type { Release } from "./release.ts";

/** `✗ numpy 2.4.6: 4 wheels, 1 does not keep its claim`; of several projects `✓ 3 wheels, all keep their claims`. */
export function releaseGist({ groups }: Release): string {
  const rows = groups.flatMap((group) => group.rows);
  const [only] = groups;
  const name =
    groups.length === 1 && only?.project !== undefined && only.project !== null
      ? `${only.project} ${only.version ?? ""}: `
      : "";
  const failing = rows.filter(({ outcome }) => outcome === "fails").length;
  const unloadable = rows.filter(({ outcome }) => outcome === "does-not-load").length;
  const unjudged = rows.filter(({ outcome }) => outcome === "unknown" || outcome === "unread").length;
  const promising = rows.filter(({ outcome }) => outcome !== "not-linux" && outcome !== "pure");
  const kept = promising.length > 0 && promising.every(({ outcome }) => outcome === "complies");
  const wheels = count(rows.length, rows.every(({ python }) => python !== "") ? "wheel" : "file");
  if (failing > 0)
    return `✗ ${name}${wheels}, ${String(failing)} ${failing === 1 ? "does not keep its claim" : "do not keep their claims"}`;
  if (unloadable > 0)
    return `✗ ${name}${wheels}, ${String(unloadable)} ${unloadable === 1 ? "does not load" : "do not load"}`;
  if (unjudged > 0) return `? ${name}${wheels}, ${String(unjudged)} could not be judged`;
  if (!kept) return `• ${name}${wheels}`;
  return `✓ ${name}${wheels}, all ${promising.length < rows.length ? "for Linux " : ""}keep their claims`;
}
