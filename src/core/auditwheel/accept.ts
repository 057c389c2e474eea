/**
 * Which native files auditwheel judges, and for which architecture and C library (wheel_abi.py, `get_wheel_elfdata`). It walks
 * `RECORD` in order; the first file that tells sets what the file name left open, files that differ are passed over, and
 * some things make it stop.
 */
import { type Knowledge, type Policy } from "../knowledge/knowledge.ts";
import type { Architecture, ElfFacts, LibcKind, LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { androidLevel, wheelArchitecture, wheelLibc } from "../knowledge/platform-tag.ts";
import { policiesFor, type AppliedPolicy } from "../knowledge/policy.ts";
import { indexWheel, resolveTree, type WheelIndex } from "../linkage/resolve.ts";
import { architectureOf, extensionOf, libcOf } from "./elf-as-seen.ts";
import { refusal, refuseLabel, type Refusal } from "./refusal.ts";

/** A file that counts. */
export interface Accepted {
  readonly library: LibraryFacts;
  readonly elf: ElfFacts;
  /** Set for an extension module: the Python whose init function it has. */
  readonly extension: 2 | 3 | null;
}

export interface Selection {
  readonly accepted: readonly Accepted[];
  readonly architecture: Architecture;
  readonly libc: Policy["libc"];
  /** No file tells a C library (static executables): auditwheel takes that of its machine, here glibc. */
  readonly libcAssumed: boolean;
  /** auditwheel's policies, oldest first, without `linux`. */
  readonly policies: readonly AppliedPolicy[];
  readonly index: WheelIndex;
}

/** `purelibToo`: files in a purelib folder count like any other, which auditwheel refuses. */
export function selectFiles(
  facts: WheelFacts,
  knowledge: Knowledge,
  purelibToo: boolean,
): Selection | Refusal {
  const tags = facts.name?.platformTags ?? [];
  const nameArchitecture = facts.kind === "wheel" ? wheelArchitecture(tags).architecture : null;
  const early = refuseContainer(facts);
  if (early !== null) return { ...early, architecture: nameArchitecture };

  const index = indexWheel(facts);
  let architecture = nameArchitecture;
  let libc = wheelLibc(tags);
  let policies: readonly AppliedPolicy[] | null = null;
  const accepted: Accepted[] = [];
  const inPurelib: string[] = [];
  const otherArchitecture: string[] = [];
  const otherLibc: string[] = [];

  for (const library of nativeFiles(facts)) {
    const { path } = library;
    if (!purelibToo && isInPurelib(path)) inPurelib.push(path);
    if (inPurelib.length > 0) continue;
    const { elf } = library;
    if (elf === null) return refusal("unreadable", [path], architecture);

    const shownLibc = libcOf(library, elf);
    if (facts.impostors.length > 0) {
      const found = impostorsFor(library, index);
      if (found.length > 0) return refusal("needed-not-elf", found, architecture);
    }
    if (shownLibc === "contradiction") return refusal("libc-contradiction", [path], architecture);

    const own = architectureOf(elf);
    if (own === null || (architecture !== null && own !== architecture)) {
      otherArchitecture.push(path);
      continue;
    }
    architecture = own;
    if (shownLibc !== null && libc !== null && shownLibc !== libc) {
      otherLibc.push(path);
      continue;
    }
    libc ??= shownLibc ?? (facts.kind === "library" ? policyLibc(elf.libc) : null);
    if (libc !== null && policies === null) {
      const chosen = choosePolicies(knowledge, libc, architecture, facts);
      if ("reason" in chosen) return chosen;
      policies = chosen;
    }
    const extension = extensionOf(library, elf);
    if (extension !== null && policies === null && facts.kind === "wheel") {
      return refusal("libc-unknown", [path], architecture);
    }
    accepted.push({ library, elf, extension });
  }

  if (inPurelib.length > 0) return refusal("purelib", inPurelib, architecture);
  if (accepted.length === 0 || architecture === null) {
    return refuseEmpty(facts, architecture, otherArchitecture, otherLibc);
  }
  const libcAssumed = libc === null;
  libc ??= "glibc";
  policies ??= policiesFor(knowledge, libc, architecture);
  return { accepted, architecture, libc, libcAssumed, policies, index };
}

/** Files of the wheel that a search would open as libraries although they are none. */
function impostorsFor(library: LibraryFacts, index: WheelIndex): string[] {
  const { resolutions } = resolveTree(library, index);
  return [...resolutions.values()].flatMap(({ needed, outcome, via }) => {
    if (outcome !== "impostor" || via === null) return [];
    return [via.directory === "" ? needed : `${via.directory}/${needed}`];
  });
}

/** auditwheel judges no bare libraries; for those the reader's better knowledge of the C library counts. */
function policyLibc(libc: LibcKind): Policy["libc"] | null {
  return libc === "none" ? null : libc === "bionic" ? "android" : libc;
}

/** The files auditwheel opens: those of `RECORD` that are ELF, whatever their name, `.py` excepted. */
export function nativeFiles(facts: WheelFacts): LibraryFacts[] {
  return facts.libraries.filter((library) => library.inRecord && !library.path.endsWith(".py"));
}

function isInPurelib(path: string): boolean {
  return path.split("/").slice(0, -1).includes("purelib");
}

/** What stops auditwheel before it looks at any file. */
function refuseContainer(facts: WheelFacts): Refusal | null {
  if (facts.kind === "library") return null;
  if (facts.name === null) return refusal("not-a-wheel-name", []);
  // A variant label (PEP 825) is a draft; packaging does not read such names yet.
  if (facts.name.variant !== undefined) return refuseLabel(facts.name.variant);
  if (facts.distInfoDirectories.length === 0) return refusal("no-dist-info", []);
  if (facts.distInfoDirectories.length > 1) return refusal("several-dist-info", facts.distInfoDirectories);
  if (!facts.record.present) return refusal("record-missing", []);
  // It opens every file listed, `.py` excepted, to see whether it is ELF.
  const missing = facts.record.problems.flatMap((problem) =>
    problem.kind === "missing-file" && !problem.path.endsWith(".py") ? [problem.path] : [],
  );
  return missing.length > 0 ? refusal("record-file-missing", missing) : null;
}

function refuseEmpty(
  facts: WheelFacts,
  architecture: Architecture | null,
  otherArchitecture: readonly string[],
  otherLibc: readonly string[],
): Refusal {
  const tags = facts.name?.platformTags ?? [];
  if (otherArchitecture.length > 0) {
    const reason = architecture === null ? "unknown-architecture" : "other-architecture";
    return refusal(reason, otherArchitecture, architecture);
  }
  if (otherLibc.length > 0) return refusal("other-libc", otherLibc, architecture);
  if (wheelArchitecture(tags).pure) return refusal("pure", [], architecture);
  const linux = tags.some((tag) => /^(?:many|musl)?linux|^android/.test(tag));
  return refusal(linux ? "no-elf" : "not-linux", [], architecture);
}

/**
 * `WheelPolicies.__init__`: all of glibc's policies; of musl's only the newest, since auditwheel does not run on musl here; of Android's the
 * one for the API level of the wheel's only tag, under that very tag.
 */
function choosePolicies(
  knowledge: Knowledge,
  libc: Policy["libc"],
  architecture: Architecture,
  facts: WheelFacts,
): readonly AppliedPolicy[] | Refusal {
  const all = policiesFor(knowledge, libc, architecture);
  // A bare library has no tag that could choose.
  if (libc === "glibc" || (libc === "android" && facts.kind === "library")) return all;
  if (libc === "musl")
    return all.length === 0 ? refusal("unknown-architecture", [], architecture) : all.slice(-1);
  const tags = facts.name?.platformTags ?? [];
  const [tag] = tags;
  const level = tag === undefined ? null : androidLevel(tag);
  if (tags.length !== 1 || tag === undefined || level === null)
    return refusal("android-tags", [], architecture);
  const fitting = all.findLast(({ policy }) => (androidLevel(policy.name) ?? Infinity) <= level);
  if (fitting === undefined) return refusal("android-tags", [], architecture);
  return [{ ...fitting, tag, aliases: [] }];
}
