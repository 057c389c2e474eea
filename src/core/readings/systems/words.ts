/** The sentence and the reasons of a row. */
import { readableSymbol } from "../../knowledge/known-symbols.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { type Sentence, code, count, library, list, say, symbol, tag, version } from "../../sentence.ts";
import { MAIN_FAMILIES, parseVersionName } from "../../../facts/names/version-name.ts";
import type { Admission } from "./admission.ts";
import { unboundWords } from "../../loading/unbound-words.ts";
import { powerOfTwo } from "../../units.ts";
import {
  lacking,
  limitOf,
  missingOutside,
  REASON_LIMIT,
  type Question,
  type SystemJudgement,
} from "./judge-system.ts";
import { laterNote, laterWords } from "../../knowledge/later-names.ts";
import type { KnownSystem } from "../../knowledge/systems.ts";
import type { SystemNeed } from "./needs.ts";

export function systemSentence(
  system: KnownSystem,
  judgement: SystemJudgement,
  question: Question,
): Sentence {
  const { name } = system;
  switch (judgement.outcome) {
    case "other-architecture":
      return say`Built for ${question.architecture}; ${name} is made for ${list(system.architectures, 9)}.`;
    case "other-libc":
      return system.libc === "musl"
        ? say`Linked for glibc; ${name} has musl, and its compatibility layer gcompat is no promise.`
        : say`Linked for musl; ${name} has glibc.`;
    case "needs-newer-glibc":
    case "needs-newer-libstdcxx":
    case "needs-newer-runtime":
      return judgement.unmet.length === 0
        ? muslTooOld(system, question)
        : needsAndHas("Needs", judgement.unmet, system, question);
    case "unknown":
      return unknown(system, judgement, question);
    case "does-not-load":
      return doesNotLoad(system, judgement, question);
    case "runs":
    case "installs-but":
    case "pip-refuses":
      return runs(system, judgement, question);
  }
}

/** "pkg/_x.so does not load: it needs libb.so, which is in the wheel at pkg/libb.so, and no search path leads there." */
function doesNotLoad(
  { name, libcText }: KnownSystem,
  { refused }: SystemJudgement,
  { loading, architecture }: Question,
): Sentence {
  const [lost] = loading.failing;
  if (lost?.kind === "library")
    return say`${library(lost.start.library.path)} does not load: it needs ${library(lost.unfound.needed)}, which is in the wheel at ${library(lost.path)}, and no search path leads there.`;
  if (lost?.kind === "name")
    return say`${library(lost.start.library.path)} does not load: ${unboundWords(lost.unbound)}.`;
  const [first] = refused;
  if (first === undefined) return [];
  const { path, refusal } = first;
  switch (refusal.kind) {
    case "executable-stack":
      return say`${library(path)} asks for an executable stack; ${libcText} of ${name} refuses to load it.`;
    case "page-alignment":
      return say`${library(path)} can be mapped with pages of ${powerOfTwo(refusal.limit)} at most; ${name} has ${powerOfTwo(refusal.pageSize)} on ${architecture}.`;
    case "static-tls":
      return say`${library(path)} wants ${refusal.size} bytes of static thread-local storage; ${libcText} of ${name} keeps less for libraries that are opened later.`;
    case "name-too-new":
      return say`${library(path)} asks for ${symbol(refusal.name)}, ${laterWords(refusal.later)}; ${name} has ${libcText}.`;
  }
}

/** "Needs GLIBC_2.34 (pthread_create in pkg/_x.so); Ubuntu 20.04 has 2.31." */
function needsAndHas(
  verb: string,
  needs: readonly SystemNeed[],
  system: KnownSystem,
  question: Question,
  place: (need: SystemNeed) => Sentence = where,
): Sentence {
  const shown = telling(needs);
  const asked = shown.map((need) => say`${version(need.version)}${place(need)}`);
  const limits = shown.map(({ family }) => {
    const limit = limitOf(system, family, question);
    return limit === null ? "" : `${limit.numbers.join(".")}${limit.least ? " or newer" : ""}`;
  });
  return say`${verb} ${joined(asked)}; ${system.name} has ${list(limits)}.`;
}

/** glibc's need and one of the compiler's runtime: GLIBCXX, CXXABI and GCC rise together. */
function telling(needs: readonly SystemNeed[]): SystemNeed[] {
  const inOrder = MAIN_FAMILIES.flatMap((family) =>
    needs.filter((need) => need.family === family).slice(0, 1),
  );
  const runtime = inOrder.filter(({ family }) => family !== "GLIBC").slice(0, 1);
  return [...inOrder.filter(({ family }) => family === "GLIBC"), ...runtime];
}

/** " (pthread_create in pkg/_x.so)" */
function where(need: SystemNeed): Sentence {
  const readable = need.symbol === null ? null : readableSymbol(need.symbol);
  // A mangled name tells nobody anything here; the reasons have it.
  const name = readable?.startsWith("_Z") === false ? readable : null;
  const came = parseVersionName(need.version).numbers === null ? `, new in ${need.numbers.join(".")}` : "";
  return name === null
    ? say` (${library(need.in)}${came})`
    : say` (${symbol(name)} in ${library(need.in)}${came})`;
}

function joined(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, index) => (index === 0 ? part : say` and ${part}`));
}

function muslTooOld(system: KnownSystem, { admission }: Question): Sentence {
  const least = admission.leastFor("musl");
  if (least === null) return say`The file name claims no musl; pip does not take it to ${system.name}.`;
  return say`${tag(least.tag)} asks for ${least.release}; ${system.name} has ${system.libcText}, and pip does not take it there.`;
}

function unknown(system: KnownSystem, judgement: SystemJudgement, question: Question): Sentence {
  const { name } = system;
  const [need] = judgement.unsure;
  if (need?.family === "GLIBC") {
    return say`Needs ${version(need.version)}${where(need)}; ${name} has ${system.release.join(".")} or newer: ${system.open ?? ""}.`;
  }
  if (need !== undefined) {
    return say`Needs ${version(need.version)}${where(need)}; which ${need.family === "GCC" ? "libgcc" : "libstdc++"} ${name} has is not known here.`;
  }
  const [odd] = question.needs.unknowable;
  if (odd !== undefined) {
    const file = library(odd.in ?? "");
    return odd.version === "GLIBC_PRIVATE"
      ? say`${file} uses private symbols of glibc; whether the build of ${name} has the same is not known.`
      : say`${file} asks for ${version(odd.version ?? "")}, which no glibc known here has.`;
  }
  const [unread = ""] = question.unread;
  const which = question.unread.length === 1 ? library(unread) : count(question.unread.length, "file");
  return say`${which} could not be read; nothing else stands in the way on ${name}.`;
}

function runs(system: KnownSystem, judgement: SystemJudgement, question: Question): Sentence {
  const { libc, needs, admission, loading } = question;
  const { name } = system;
  const base =
    judgement.met.length > 0
      ? needsAndHas("Needs at most", judgement.met, system, question, () => [])
      : libc === "musl"
        ? say`Linked for musl, which has no versions; ${name} has ${system.libcText}.`
        : libc === "none"
          ? say`Needs nothing of the system’s C library.`
          : say`Needs no particular version of glibc.`;
  const own = needs.ownLibstdcxx === null ? "" : " libstdc++ comes with the wheel.";
  const missing = lacking(system, question);
  const install = missing.length === 0 ? "" : say` ${list(missing.map(library))} must be installed there.`;
  const outside = missingOutside(loading).map(({ needed }) => needed);
  const elsewhere =
    outside.length === 0
      ? ""
      : say` It also needs ${list(outside.map(library))}, which must come from elsewhere.`;
  const refused = admission.admits(system) ? "" : refusal(system, admission);
  return say`${base}${own}${install}${elsewhere}${packagesFor([...missing, ...outside], system, question)}${refused}`;
}

/** " The package libgl1 brings it there." */
function packagesFor(
  needed: readonly string[],
  { family }: KnownSystem,
  { systemPackages }: Question,
): Sentence {
  const names = distinct(needed.flatMap((each) => systemPackages.get(family)?.get(each) ?? []));
  if (names.length === 0) return [];
  const [noun, verbs] = names.length === 1 ? ["package", "brings"] : ["packages", "bring"];
  const all = needed.every((each) => systemPackages.get(family)?.has(each));
  const them = !all ? "what is known here" : needed.length === 1 ? "it" : "them";
  return say` The ${noun} ${list(names.map(code), 6)} ${verbs} ${them} there.`;
}

function refusal(system: KnownSystem, admission: Admission): Sentence {
  const least = admission.leastFor(system.libc);
  return least === null
    ? say` But pip does not take it there: the file name has no tag for ${system.libc}.`
    : say` But pip does not take it there: ${tag(least.tag)} asks for ${least.release}.`;
}

/** Most telling first. */
export function systemReasons(
  system: KnownSystem,
  judgement: SystemJudgement,
  question: Question,
): Evidence[] {
  const { outcome, unmet, unsure, met } = judgement;
  const versionsFit = outcome === "runs" || outcome === "installs-but" || outcome === "pip-refuses";
  if (outcome === "does-not-load") return loadReasons(judgement, question);
  const asked = unmet.length > 0 ? unmet : [...unsure, ...(versionsFit ? met : [])];
  const reasons = asked.map(evidence);
  if (outcome === "unknown") {
    reasons.push(...question.needs.unknowable);
    reasons.push(
      ...question.unread
        .slice(0, REASON_LIMIT)
        .map((path): Evidence => ({ in: path, note: "could not be read" })),
    );
  }
  if (versionsFit) {
    for (const name of lacking(system, question)) {
      reasons.push({
        in: question.needs.promised.get(name) ?? "",
        from: name,
        note: "not installed there by default",
      });
    }
    // First of all: without them it does not load.
    const outside = missingOutside(question.loading);
    reasons.unshift(
      ...outside.map(({ needed, askedBy }) => ({
        in: askedBy,
        from: needed,
        note: "must come from elsewhere",
      })),
    );
  }
  const hasRuntime = asked.some(({ family }) => family !== "GLIBC");
  const kept = reasons.slice(0, REASON_LIMIT);
  if (system.takenFrom === null || !hasRuntime) return kept;
  return [
    ...kept.slice(0, REASON_LIMIT - 1),
    { note: `libstdc++ as in ${system.takenFrom}; not measured on ${system.name}` },
  ];
}

function loadReasons({ refused }: SystemJudgement, { loading }: Question): Evidence[] {
  const lost = loading.failing.map((each): Evidence => {
    if (each.kind === "name")
      return { in: each.unbound.askedBy, symbol: each.unbound.name, note: "nobody has it" };
    const { unfound, path } = each;
    return {
      in: unfound.chain.at(-1) ?? "",
      from: unfound.needed,
      note: `in the wheel at ${path}, not found`,
    };
  });
  const others = refused.map(({ path, refusal }): Evidence => {
    switch (refusal.kind) {
      case "executable-stack":
        return { in: path, note: "asks for an executable stack" };
      case "page-alignment":
        return { in: path, note: `pages of ${powerOfTwo(refusal.limit)} at most` };
      case "static-tls":
        return { in: path, note: `${refusal.size} bytes of static thread-local storage` };
      case "name-too-new":
        return { in: path, symbol: refusal.name, note: laterNote(refusal.later) };
    }
  });
  return [...lost, ...others].slice(0, REASON_LIMIT);
}

function evidence(need: SystemNeed): Evidence {
  const others = need.files - 1;
  return {
    in: need.in,
    ...(need.symbol === null ? {} : { symbol: need.symbol }),
    version: need.version,
    from: need.from,
    ...(others === 0 ? {} : { note: `${count(others, "other file")} too` }),
  };
}
