/** musl has no symbol versions, and auditwheel looks at none: which release a file needs, only the names tell. */
import type { Evidence } from "../../evidence.ts";
import { compareNumbers } from "../../../facts/names/version-name.ts";
import { code, count, library, say, symbol } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ loading }) => {
  const newer = [...loading.newer].sort((a, b) => compareNumbers(b.since, a.since));
  const [first] = newer;
  if (first === undefined) return null;
  const release = first.since.join(".");
  const others = newer.length - 1;
  const more = others === 0 ? "" : say` ${count(others, "other module")} ask for newer names too.`;
  return {
    sentence: say`${library(first.unbound.askedBy)} asks for ${symbol(first.unbound.name)}, which musl has since ${release}; with an older one the import fails.${more}`,
    advice: [
      say`Build in a musllinux image of the release that the tag names, whose musl has no newer names, or look in the source for a way to do without ${code(first.unbound.name)}.`,
    ],
    libraries: newer.map(({ unbound }) => unbound.askedBy),
    evidence: newer.map(({ unbound, since }): Evidence => ({
      in: unbound.askedBy,
      symbol: unbound.name,
      note: `in musl since ${since.join(".")}`,
    })),
  };
};
