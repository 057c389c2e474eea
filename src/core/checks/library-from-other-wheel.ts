/**
 * Needed libraries whose search path leaves the package but stays in site-packages: another wheel is expected to put them
 * there, as torch expects the nvidia-* wheels. auditwheel has no notion of this and counts them as missing.
 */
import type { Evidence } from "../report.ts";
import { code, library, list, say } from "../sentence.ts";
import { distinct, finding, linksOf, nameList, subject, verb, type Check } from "./check.ts";

export const libraryFromOtherWheel: Check = (context) => {
  const links = linksOf(context, "other-wheel");
  if (links.length === 0) return null;
  const paths = distinct(links.map(({ path }) => path));
  const names = distinct(links.map(({ link }) => link.needed));
  const places = distinct(links.map(({ link }) => link.via));
  const dependencies = context.facts.distInfo?.requiresDist.length ?? 0;
  return finding("library-from-other-wheel", {
    sentence: say`${subject(paths)} ${verb(paths.length, "expects", "expect")} ${nameList(names)} from other wheels, in ${list(places.map(library))}.`,
    advice: [
      dependencies > 0
        ? say`Make sure that the packages which install ${verb(places.length, "this directory", "these directories")} are among the ${code("Requires-Dist")} of the metadata, with versions that fit.`
        : say`The metadata has no ${code("Requires-Dist")} at all: declare the packages which install ${verb(places.length, "this directory", "these directories")}.`,
    ],
    libraries: paths,
    evidence: links.map(({ path, link }): Evidence => ({
      in: path,
      from: link.needed,
      note: `expected in ${link.via}`,
    })),
  });
};
