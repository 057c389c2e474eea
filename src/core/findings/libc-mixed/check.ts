/** Native files linked for different C libraries, or for another one than the tag says; a process can hold only one. */
import type { LibcKind } from "../../../facts/model.ts";
import { judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { list, say, subject, tag, verb } from "../../sentence.ts";
import type { Severity } from "../../severity.ts";
import type { Check } from "../forms.ts";

const NAMES: Readonly<Record<LibcKind, string>> = {
  glibc: "glibc",
  musl: "musl",
  bionic: "Bionic",
  none: "no C library",
};

export const check: Check = (context) => {
  const { claims, judgement } = context;
  const libraries = judgedLibraries(context);
  const linked = libraries
    .filter(({ elf }) => elf.libc !== "none")
    .map(({ path, elf }) => ({ path, libc: elf.libc }));
  const wrong = claims.filter((claim) => claim.state === "wrong-libc");
  const kinds = [...new Set(linked.map(({ libc }) => libc))];
  const evidence = (libc: readonly LibcKind[]): Evidence[] =>
    linked
      .filter((entry) => libc.includes(entry.libc))
      .map(({ path, libc: kind }) => ({ in: path, note: NAMES[kind] }));
  const advice = [
    say`Build every native file on the system whose tag the wheel is to carry, and ship one wheel for each C library.`,
  ];
  if (wrong.length > 0) {
    return {
      sentence: say`The file name claims ${list(wrong.map((claim) => tag(claim.tag)))}, but the native files are linked for ${list(kinds.map((kind) => NAMES[kind]))}.`,
      advice,
      libraries: linked.map(({ path }) => path),
      evidence: evidence(kinds),
    };
  }
  const own = judgement.libc ?? kinds[0];
  const others = kinds.filter((kind) => kind !== own);
  if (own === undefined || own === "none" || others.length === 0) return null;
  const strangers = linked.filter(({ libc }) => libc !== own);
  const programs = new Set(libraries.filter(({ elf }) => elf.role === "executable").map(({ path }) => path));
  // A program brings its own process, so one for another C library is odd but does not break an import.
  const severity: Severity = strangers.every(({ path }) => programs.has(path)) ? "warning" : "error";
  return {
    severity,
    sentence: say`${subject(
      strangers.map(({ path }) => path),
      "native file",
      "native files",
    )} ${verb(strangers.length, "is", "are")} linked for ${list(others.map((kind) => NAMES[kind]))}, the rest for ${NAMES[own]}; ${verb(strangers.length, "it", "they")} cannot be loaded there.`,
    advice,
    libraries: strangers.map(({ path }) => path),
    evidence: evidence(others),
  };
};
