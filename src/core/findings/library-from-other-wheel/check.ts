/**
 * Needed libraries whose search path leaves the package but stays in site-packages: another wheel is expected to put them
 * there, as torch expects the nvidia-* wheels. auditwheel has no notion of this and counts them as missing.
 */
import { linksOf } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import type { Linkage } from "../../linkage/kinds.ts";
import { distinct, spread } from "../../order.ts";
import { type Sentence, code, library, list, nameList, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

type FromOtherWheel = Extract<Linkage, { kind: "other-wheel" }>;

export const check: Check = (context) => {
  const links = linksOf(context, "other-wheel");
  if (links.length === 0) return null;
  const paths = distinct(links.map(({ path }) => path));
  const names = distinct(links.map(({ link }) => link.needed));
  const all = links.map(({ link }) => link);
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "expects", "expect")} ${nameList(names)} from ${verb(names.length, "another wheel", "other wheels")}${where(all)}.`,
    advice: advice(all, context.facts.distInfo?.requiresDist ?? []),
    libraries: paths,
    evidence: spread(links, ({ link }) => link.needed).map(({ path, link }): Evidence => ({
      in: path,
      from: link.needed,
      note: note(link),
    })),
  };
};

const byPath = (links: readonly FromOtherWheel[]): string[] =>
  distinct(links.filter((link) => link.package === undefined).map((link) => link.via));

const byPackage = (links: readonly FromOtherWheel[]): string[] =>
  distinct(links.flatMap((link) => link.package ?? []));

function where(links: readonly FromOtherWheel[]): Sentence {
  const [places, packages] = [byPath(links), byPackage(links)];
  const directories = places.length > 0 ? say`, in ${list(places.map(library))}` : [];
  const brought = packages.length > 0 ? say`, brought by ${list(packages.map(code))}` : [];
  return say`${directories}${brought}`;
}

function advice(links: readonly FromOtherWheel[], requires: readonly string[]): Sentence[] {
  const [places, packages] = [byPath(links), byPackage(links)];
  const paragraphs: Sentence[] = [];
  if (places.length > 0) {
    const these = verb(places.length, "this directory", "these directories");
    paragraphs.push(
      requires.length > 0
        ? say`Make sure that the packages which install ${these} are among the ${code("Requires-Dist")} of the metadata, with versions that fit.`
        : say`The metadata has no ${code("Requires-Dist")} at all: declare the packages which install ${these}.`,
    );
  }
  if (packages.length > 0) {
    paragraphs.push(
      say`No search path leads to the libraries of ${list(packages.map(code))}, so Python code has to import ${verb(packages.length, "it", "them")} first; an RPATH such as ${code(`$ORIGIN/../${links.find((link) => link.package !== undefined)?.via ?? ""}`)} would make that unnecessary.`,
    );
  }
  return paragraphs;
}

function note(link: FromOtherWheel): string {
  return link.package === undefined
    ? `expected in ${link.via}`
    : `brought by ${link.package}, which must be imported first`;
}
