/** `GLIBC_PRIVATE`: symbols that glibc's own parts share with each other, different in every build of glibc. */
import { judgedLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { distinct } from "../../order.ts";
import { library, list, say, subject, symbol, verb, version } from "../../sentence.ts";
import type { Check } from "../forms.ts";

/** Files that glibc consists of, under their own names, as `libm-2.17.so`, or with auditwheel's hash. */
const GLIBC_PART =
  /^lib(?:c|m|mvec|pthread|dl|rt|resolv|nsl|nss_\w+|anl|util|thread_db|BrokenLocale)(?:-2\.\d+|-[0-9a-f]{8,64})?\.so(?:\.|$)/;

export const check: Check = (context) => {
  const needs = judgedLibraries(context).flatMap(({ path, elf }) =>
    elf.versionNeeds
      .filter((need) => need.version === "GLIBC_PRIVATE" && !need.weak)
      .map((need) => ({ path, need })),
  );
  if (needs.length === 0) return null;
  const paths = needs.map(({ path }) => path);
  const copies = distinct(paths.filter((path) => GLIBC_PART.test(fileNameOf(path))));
  const names = [...new Set(needs.flatMap(({ need }) => need.symbols))];
  return {
    sentence: say`${subject(paths)} ${verb(new Set(paths).size, "uses", "use")} ${names.length > 0 ? list(names.map(symbol)) : "symbols"} of ${version("GLIBC_PRIVATE")}, which exists only in the very build of glibc it was linked with.`,
    advice: [
      copies.length > 0
        ? say`${list(copies.map(library))} ${verb(copies.length, "is a copy of a part", "are copies of parts")} of glibc. Take ${verb(copies.length, "it", "them")} out of the wheel: glibc must always come whole from the system.`
        : say`This usually means that a part of glibc itself (libpthread, libresolv, libnss …) was copied into the wheel or linked statically. Remove that copy: glibc must always come whole from the system.`,
    ],
    libraries: paths,
    evidence: needs.flatMap(({ path, need }): Evidence[] =>
      need.symbols.length === 0
        ? [{ in: path, version: need.version, from: need.library }]
        : need.symbols.map((name) => ({ in: path, symbol: name, version: need.version, from: need.library })),
    ),
    evidenceTotal: needs.reduce((sum, { need }) => sum + Math.max(1, need.symbolCount), 0),
  };
};
