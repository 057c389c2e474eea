/** What the share dialog and the banner say in words, apart from their elements. */
import type { EarlierVerdict, SharedReport } from "../../document/link/shared-report.ts";
import { formatCount, plural } from "../../present/units.ts";
import { outcomeStates } from "../../present/states.ts";

/** “Does not comply, best tag manylinux_2_28_x86_64” */
export function judgedAs({ outcome, bestTag }: EarlierVerdict): string {
  const { word } = outcomeStates[outcome];
  return bestTag === null ? word : `${word}, best tag ${bestTag}`;
}

/** Some programs cut long addresses; nobody has a list of them. */
const shortLink = 2_000;
/** What RFC 9110 (section 4.1) asks all software to support. */
const supportedLink = 8_000;

/** `length` of the whole address, in characters. */
export function lengthWords(length: number): { readonly text: string; readonly isLong: boolean } {
  const count = `${formatCount(length)} characters`;
  if (length <= shortLink) return { text: `${count}: short; no program should cut it.`, isLong: false };
  if (length <= supportedLink) {
    return { text: `${count}: within the 8,000 that all software should support.`, isLong: false };
  }
  return {
    text: `${count}: some programs may cut an address of this length. The downloaded report is safer.`,
    isLong: true,
  };
}

/** Exactly what a link of this report tells, as a list. */
export function insideWords({ wheels, title }: SharedReport): readonly string[] {
  const facts = wheels.map((wheel) => wheel.facts);
  const libraries = facts.reduce((sum, one) => sum + one.libraries.length, 0);
  const hashes = facts.filter(({ sha256 }) => sha256 !== null).length;
  const hash =
    hashes === 0 ? "" : hashes === facts.length ? " and SHA-256" : " and, as far as computed, SHA-256";
  const files = facts.length === 1 ? "the file" : plural(facts.length, "file");
  return [
    `name, size${hash} of ${files}; what the metadata says of tags, Python and requirements`,
    ...(libraries === 0
      ? []
      : [
          `of ${plural(libraries, "library", "libraries")}: names and search paths, the libraries and versions needed, marks of the build, and names of some symbols`,
        ]),
    `what was made of it, and with which policies${title === null ? "" : "; the title"}`,
  ];
}
