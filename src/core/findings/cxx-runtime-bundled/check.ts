/**
 * Copies of GCC's runtime libraries in the wheel. The loader opens a library once for each SONAME (glibc, `elf/dl-load.c`,
 * `_dl_map_object`), so a copy with the system's name serves the whole process or is not used at all; a renamed one stands beside it.
 */
import {
  allowedSomewhere,
  judgedLibraries,
  type CheckContext,
  type ReadLibrary,
} from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { firstGcc } from "../../knowledge/gcc-releases.ts";
import { fileNameOf } from "../../../facts/path.ts";
import { compareVersionNames, parseVersionName } from "../../../facts/names/version-name.ts";
import { code, library, list, say, type Sentence, verb, version } from "../../sentence.ts";
import type { Check } from "../forms.ts";
import { servesProgramsOnly } from "./programs-only.ts";

/** auditwheel puts a hash behind the name. */
const RUNTIME = /^lib(?:stdc\+\+|gcc_s)(-[0-9a-f]{8,64})?\.so(?:\.|$)/;

interface Copy {
  readonly path: string;
  /** The name by which the loader knows it. */
  readonly name: string;
  readonly renamed: boolean;
  /** E.g. `GLIBCXX_3.4.29`, the newest it offers; null if it offers none. */
  readonly newest: string | null;
}

export const check: Check = (context) => {
  if (context.facts.kind !== "wheel") return null;
  const copies = judgedLibraries(context)
    .flatMap(copyOf)
    .filter(({ path }) => !servesProgramsOnly(path, context));
  const plain = copies.filter(({ renamed }) => !renamed);
  // musllinux promises no C++ runtime, so every C++ wheel has to bring one, and auditwheel renames it.
  const meant = context.judgement.libc === "musl";
  const shown = plain.length > 0 ? plain : meant ? [] : copies;
  if (shown.length === 0) return null;
  const gist = say`${list(shown.map(({ name }) => library(name)))}${upTo(shown, context)}`;
  const [is, it] = [verb(shown.length, "is", "are"), verb(shown.length, "it", "them")];
  return {
    severity: plain.length > 0 ? "warning" : "info",
    sentence:
      plain.length > 0
        ? say`The wheel brings ${gist} under the system's name: the first one that a process loads serves everybody in it, this copy in place of the system's or of another wheel's, or another one in place of ${it}.`
        : say`The wheel brings ${gist}, renamed: the system's may stand beside ${it} in one process, and an exception or a ${code("std::locale")} that crosses from libraries of one to those of the other may not be understood there.`,
    advice: [
      ...(allowedSomewhere(context, "libstdc++.so.6")
        ? [
            say`auditwheel's policies allow the ${library("libstdc++.so.6")} and ${library("libgcc_s.so.1")} of the system, so the wheel can leave ${it} out. The compilers of PyPA’s images put what an older system lacks into the libraries themselves.`,
          ]
        : []),
      ...(plain.length > 0
        ? [
            say`If ${is === "is" ? "it has" : "they have"} to stay, give ${it} a name that nobody else uses: ${code("patchelf --set-soname")}, and ${code("--replace-needed")} in the libraries that need ${it}. ${olderFirst(shown)}`,
          ]
        : [
            say`If ${is === "is" ? "it stays" : "they stay"}, let no C++ object and no exception cross to libraries of other wheels.`,
          ]),
    ],
    libraries: shown.map(({ path }) => path),
    evidence: shown.map((copy): Evidence => ({ in: copy.path, note: noteOf(copy, context) })),
  };
};

function copyOf({ path, elf }: ReadLibrary): Copy[] {
  const name = elf.soname ?? fileNameOf(path);
  const match = RUNTIME.exec(name);
  if (match === null || elf.role !== "shared-library") return [];
  const offered = elf.versionDefinitions.filter((each) => /^(?:GLIBCXX|GCC)_\d/.test(each));
  const newest = offered.sort(compareVersionNames).at(-1) ?? null;
  return [{ path, name, renamed: match[1] !== undefined, newest }];
}

/** “ (up to GLIBCXX_3.4.29, of GCC 11.1)”. */
function upTo(copies: readonly Copy[], { knowledge }: CheckContext): Sentence {
  const top = tellingVersion(copies);
  if (top === null) return [];
  const gcc = releaseOf(top, knowledge);
  return gcc === null ? say` (up to ${version(top)})` : say` (up to ${version(top)}, of GCC ${gcc})`;
}

function olderFirst(copies: readonly Copy[]): Sentence {
  const top = tellingVersion(copies);
  if (top === null) return [];
  return say`As it is, an older one that is loaded first fails with “version \`${top}' not found” if the wheel uses that version, and this copy does the same to others that need a newer one.`;
}

/** That of libstdc++, of which every release has a new one; else that of libgcc_s. */
function tellingVersion(copies: readonly Copy[]): string | null {
  const newest = copies.flatMap((copy) => copy.newest ?? []);
  return newest.find((each) => parseVersionName(each).family === "GLIBCXX") ?? newest[0] ?? null;
}

/** Names of libgcc_s say their release themselves. */
const releaseOf = (name: string, { toolchain }: Knowledge): string | null =>
  parseVersionName(name).family === "GCC" ? null : firstGcc(name, toolchain);

function noteOf({ newest, renamed }: Copy, { knowledge }: CheckContext): string {
  const gcc = newest === null ? null : releaseOf(newest, knowledge);
  const versions =
    newest === null
      ? "no versions defined"
      : `versions up to ${newest}${gcc === null ? "" : ` (GCC ${gcc})`}`;
  return `${versions}, ${renamed ? "a name of its own" : "the system's name"}`;
}
