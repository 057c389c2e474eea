/** Where a needed library comes from: the same words on the page, in text and in what is copied. */
import type { Linkage } from "../../core/linkage/kinds.ts";
import type { State } from "../states.ts";

export interface Source extends Pick<State, "tone" | "icon"> {
  /** Up to the place, or all there is to say. */
  readonly words: string;
  /** A file of the wheel, or a folder below site-packages; null: the words name no place. */
  readonly place: { readonly kind: "file" | "folder"; readonly path: string } | null;
  /** After the place, with the comma or blank before it. */
  readonly rest: string;
}

const good = { tone: "good", icon: "check" } as const;
const info = { tone: "info", icon: "info" } as const;
const warning = { tone: "warning", icon: "warning" } as const;
const bad = { tone: "bad", icon: "cross" } as const;

export function sourceOf(linkage: Linkage): Source {
  switch (linkage.kind) {
    case "in-wheel":
      return { ...good, ...at(linkage.path), rest: linkage.via === "" ? "" : ` by way of ${linkage.via}` };
    case "in-wheel-unreachable":
      return { ...warning, ...at(linkage.path), rest: ", but no search path leads there" };
    case "allowed":
      return { ...good, ...only("promised by the system") };
    case "loader":
      return { ...good, ...only("the dynamic loader itself") };
    case "libpython":
      return { ...warning, ...only("Python as a shared library; many installations have none") };
    case "other-wheel":
      return {
        ...info,
        words: "expected from another wheel, in",
        place: { kind: "folder", path: linkage.via },
        rest: "",
      };
    case "driver":
      return { ...info, ...only("comes with the GPU driver") };
    case "missing":
      return { ...bad, ...only("missing: neither in the wheel nor promised by a policy") };
  }
}

const only = (words: string) => ({ words, place: null, rest: "" });

const at = (path: string) => ({ words: "in the wheel at", place: { kind: "file" as const, path } });

/** In one line, as plain text. */
export function sourceText(linkage: Linkage): string {
  const { words, place, rest } = sourceOf(linkage);
  return `${words}${place === null ? "" : ` ${place.path}`}${rest}`;
}
