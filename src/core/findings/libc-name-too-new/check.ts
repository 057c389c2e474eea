/** A name without a version: which release of the C library a file needs, only the name tells. auditwheel looks at none. */
import { finds, laterNote, laterWords } from "../../knowledge/later-names.ts";
import type { Evidence } from "../../evidence.ts";
import { promisedRelease, type Claim } from "../../verdict/claim.ts";
import { code, count, library, say, symbol } from "../../sentence.ts";
import { tooNew, type Newer } from "../../loading/loading.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ loading, claims }) => {
  const newer = unique(claims.flatMap((claim) => lackedBy(claim, loading.newer)));
  const [first] = newer;
  if (first === undefined) return null;
  const { unbound, later } = first;
  const others = newer.length - 1;
  const more = others === 0 ? "" : say` ${count(others, "other module")} ask for such names too.`;
  const image = later.libc === "musl" ? "musllinux" : "manylinux";
  return {
    sentence: say`${library(unbound.askedBy)} asks for ${symbol(unbound.name)}, ${laterWords(later)}; where it is not found, the import fails.${more}`,
    advice: [
      say`Build in a ${image} image of the release that the tag names, whose ${later.libc} has no newer names, or look in the source for a way to do without ${code(unbound.name)}.`,
    ],
    libraries: newer.map(({ unbound }) => unbound.askedBy),
    evidence: newer.map(({ unbound, later }): Evidence => ({
      in: unbound.askedBy,
      symbol: unbound.name,
      note: laterNote(later),
    })),
  };
};

/** The first release of musl that PEP 656 means by 1.1 has the names that all later ones have. */
const FIRST_OF_1_1 = 24;

/** What the oldest system that the tag promises to run on does not find, or a later one no longer. */
function lackedBy(claim: Claim, newer: readonly Newer[]): Newer[] {
  const { parsed } = claim;
  if (parsed.platform !== "manylinux" && parsed.platform !== "musllinux") return [];
  const libc = parsed.platform === "musllinux" ? "musl" : "glibc";
  const [major = 0, minor = 0] = promisedRelease(claim);
  const release = libc === "glibc" ? [major, minor] : [major, minor, minor === 1 ? FIRST_OF_1_1 : 0];
  const gone = newer.filter(
    ({ start, later }) =>
      later.libc === libc &&
      later.gap !== null &&
      later.gap.releases.some((each) => !finds(later, each, start.library.elf.architecture)),
  );
  return [...tooNew(newer, { libc, release }), ...gone];
}

const unique = (newer: readonly Newer[]): Newer[] => {
  const byFile = new Map(newer.map((each) => [`${each.unbound.askedBy}\n${each.unbound.name}`, each]));
  return [...byFile.values()].sort(
    (a, b) => (a.later.since === null ? 1 : 0) - (b.later.since === null ? 1 : 0),
  );
};
