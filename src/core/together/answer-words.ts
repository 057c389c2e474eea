/** The loader's message, the cause in one sentence, and the remedy. */
import { laterWords } from "../knowledge/later-names.ts";
import { fileNameOf } from "../../facts/path.ts";
import { code, library, list, say, symbol, version, type Sentence } from "../sentence.ts";
import { powerOfTwo } from "../units.ts";
import { loaderMessage, nameOf } from "../loading/unbound-words.ts";
import { rpathBetween } from "../loading/rpath.ts";
import type { Answer, Cause } from "./answer.ts";
import type { TogetherHost } from "./setting.ts";

/** Who else has a name that is missing. */
export interface Elsewhere {
  readonly shown: string;
  readonly how: "other-version" | "other-string-abi" | "not-loaded";
}

export interface AnswerWords {
  /** As the loader says it; null: nothing ends it. */
  readonly message: string | null;
  readonly cause: Sentence;
  readonly remedy: Sentence;
}

export interface Telling {
  readonly host: TogetherHost;
  /** From a path to what is shown of it. */
  readonly shown: (path: string) => string;
  readonly elsewhere: readonly Elsewhere[];
  /** The package of the index that brings a library; null: not known. */
  readonly broughtBy: (needed: string) => string | null;
}

/** Null: it loads. */
export function answerWords({ cause, wants, outcome }: Answer, telling: Telling): AnswerWords | null {
  if (cause !== null) {
    const words = causeWords(cause, telling);
    if (outcome === "fails") return words;
    return {
      ...words,
      remedy: say`If a script of the package loads what is missing first, nothing has to change; otherwise: ${words.remedy}`,
    };
  }
  if (wants.length === 0) return null;
  const names = list(wants.map(library), 6);
  return {
    message: null,
    cause: say`It needs ${names}, which nothing here brings.`,
    remedy: wantedWords(wants, telling),
  };
}

/** "libcudart.so.13 comes with nvidia-cuda-runtime. The others the system has to have." */
function wantedWords(wants: readonly string[], { broughtBy, host }: Telling): Sentence {
  const packages = new Map<string, string[]>();
  for (const needed of wants) {
    const name = broughtBy(needed) ?? host.packageFor(needed);
    if (name !== null) packages.set(name, [...(packages.get(name) ?? []), needed]);
  }
  const them = wants.length === 1 ? "it" : "them";
  if (packages.size === 0) return say`Add the wheel that brings ${them}, or see that the system has ${them}.`;
  const all = [...packages.values()].flat().length === wants.length;
  const names = list([...packages.keys()].map(code), 12);
  return all
    ? say`${wants.length === 1 ? "It comes" : "They come"} with ${names}.`
    : say`Some come with ${names}; the others the system has to have, or another package.`;
}

function causeWords(cause: Cause, telling: Telling): AnswerWords {
  const { shown, host } = telling;
  const on = host.name === null ? "" : ` of ${host.name}`;
  switch (cause.kind) {
    case "library": {
      const { unfound, owner } = cause;
      const asker = unfound.chain.at(-1) ?? "";
      const where =
        owner === null
          ? ""
          : say`; ${library(shown(owner.path))} has that name, but no search path leads there`;
      return {
        message: `${unfound.needed}: cannot open shared object file: No such file or directory`,
        cause: say`${library(shown(asker))} needs ${library(unfound.needed)}, which is not found${where}.`,
        remedy:
          owner === null
            ? missingRemedy(cause, telling)
            : say`Give ${library(shown(asker))} the RPATH ${code(rpathBetween(asker, owner.path))}, or import the package of ${library(shown(owner.path))} first.`,
      };
    }
    case "refused":
      return refusedWords(cause, telling);
    case "version": {
      const { askedBy, provider } = cause;
      const from = provider === null ? cause.library : shown(provider);
      return {
        message: `${from}: version \`${cause.version}' not found (required by ${shown(askedBy)})`,
        cause: say`${library(shown(askedBy))} needs ${version(cause.version)} of ${library(cause.library)}, and ${provider === null ? say`that${on}` : library(from)} has not got it.`,
        remedy:
          provider === null
            ? say`Use a newer system, or a wheel built for an older one.`
            : say`Bring both to versions that were built for each other: ${library(from)} is older than what ${library(shown(askedBy))} was linked with.`,
      };
    }
    case "name": {
      const { unbound } = cause;
      const asker = shown(unbound.askedBy);
      const message = loaderMessage({ ...unbound, askedBy: asker }, host.libc === "musl");
      if (unbound.later !== null) {
        return {
          message,
          cause: say`${library(asker)} asks for ${nameOf(unbound)}, ${laterWords(unbound.later)}.`,
          remedy: say`Use a newer system, or a wheel built with an older ${host.libc}.`,
        };
      }
      return {
        message,
        cause: say`${library(asker)} asks for ${nameOf(unbound)}, which nothing that it loads has.${elsewhereWords(unbound.ownedBy, telling)}`,
        remedy: nameRemedy(unbound.ownedBy, telling),
      };
    }
  }
}

function missingRemedy(
  { unfound, sibling }: Extract<Cause, { kind: "library" }>,
  { broughtBy, shown, host }: Telling,
): Sentence {
  const { needed, chain } = unfound;
  const asker = shown(chain.at(-1) ?? "");
  // Two releases of one library in one process are asked for by nobody.
  if (sibling !== null)
    return say`${library(shown(sibling.path))} is there, which is another release: take a build of ${library(asker)} for that one.`;
  const name = broughtBy(needed);
  const systems = host.packageFor(needed);
  if (name === null && systems !== null)
    return say`${library(needed)} comes with the system’s package ${code(systems)}: install it.`;
  return name === null
    ? say`Install the package or system library that brings ${library(needed)}.`
    : say`${library(needed)} comes with the package ${code(name)}: install it.`;
}

function elsewhereWords(ownedBy: string | null, { elsewhere, shown }: Telling): Sentence {
  const [first] = elsewhere;
  if (ownedBy !== null) return say` ${library(shown(ownedBy))} has it, and is not loaded with it.`;
  if (first === undefined) return [];
  switch (first.how) {
    case "other-version":
      return say` ${library(first.shown)} has it under another version.`;
    case "other-string-abi":
      return say` ${library(first.shown)} has it with the other ABI of ${code("std::string")}.`;
    case "not-loaded":
      return say` ${library(first.shown)} has it, and is not loaded with it.`;
  }
}

function nameRemedy(ownedBy: string | null, { elsewhere }: Telling): Sentence {
  const [first] = elsewhere;
  if (ownedBy !== null || first?.how === "not-loaded")
    return say`Link it with that library, or import the package that loads it for everybody first.`;
  switch (first?.how) {
    case "other-version":
      return say`Install releases of both that were built for each other.`;
    case "other-string-abi":
      return say`Build both with the same setting of ${code("_GLIBCXX_USE_CXX11_ABI")}.`;
    case undefined:
      return say`It was built for another release of what it is linked with: install that release, or build it anew for this one.`;
  }
}

function refusedWords(
  { path, refusal }: Extract<Cause, { kind: "refused" }>,
  { shown, host }: Telling,
): AnswerWords {
  const file = shown(path);
  const where = host.name === null ? say`this system` : say`${host.name}`;
  switch (refusal.kind) {
    case "executable-stack":
      return {
        message: `${file}: cannot enable executable stack as shared object requires: Invalid argument`,
        cause: say`${library(file)} asks for an executable stack, which ${where} does not give it.`,
        remedy: say`Clear the mark with ${code(`patchelf --clear-execstack ${fileNameOf(path)}`)}, or link with ${code("-Wl,-z,noexecstack")}.`,
      };
    case "page-alignment":
      return {
        message: `${file}: ELF load command alignment not page-aligned`,
        cause: say`${library(file)} can be mapped with pages of ${powerOfTwo(refusal.limit)} at most; ${where} has ${powerOfTwo(refusal.pageSize)}.`,
        remedy: say`Link it anew with ${code("-Wl,-z,max-page-size=65536")}.`,
      };
    case "static-tls":
      return {
        message: `${file}: cannot allocate memory in static TLS block`,
        cause: say`${library(file)} wants ${refusal.size} bytes of static thread-local storage, more than is kept for libraries that are opened later.`,
        remedy: say`Compile it with ${code("-ftls-model=global-dynamic")}, or have it loaded with the program (${code("LD_PRELOAD")}).`,
      };
    case "name-too-new":
      return {
        message: loaderMessage({ name: refusal.name, version: null, askedBy: file }, host.libc === "musl"),
        cause: say`${library(file)} asks for ${symbol(refusal.name)}, ${laterWords(refusal.later)}.`,
        remedy: say`Use a newer system.`,
      };
  }
}
