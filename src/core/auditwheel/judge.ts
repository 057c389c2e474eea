/**
 * The verdict of `auditwheel show --json --ldpaths ""`, computed from facts alone, and what it leaves out: which file and which
 * symbol stand between the wheel and each policy. Sources of the rules are named where they are implemented.
 */
import type { Knowledge, Policy } from "../knowledge/knowledge.ts";
import type { Architecture, LibcKind, LibraryFacts, WheelFacts } from "../../facts/model.ts";
import { policiesFor, PolicyTable, type AppliedPolicy, type PolicyMask } from "../knowledge/policy.ts";
import type { AuditwheelVerdict } from "./answer.ts";
import type { LadderStep, WithoutFile } from "../verdict/blocker.ts";
import { indexWheel, isLoaderName, LIBPYTHON } from "../linkage/resolve.ts";
import { selectFiles, type Accepted, type Selection } from "./accept.ts";
import { isaBlocks, libraryBlocks, pythonBlocks, symbolBlocks, topLevel, versionBlocks } from "./blocks.ts";
import { architectureOf, isaLevelOf } from "./elf-as-seen.ts";
import { ladderOf, withoutEachFile } from "./ladder.ts";
import { refusal, type Refusal } from "./refusal.ts";
import { verdictOf } from "./verdict.ts";

export interface Judgement {
  readonly verdict: AuditwheelVerdict;
  /** The architecture judged; null if unknown. */
  readonly architecture: Architecture | null;
  /** The C library judged; `none` when no native file tells one. Null without a verdict. */
  readonly libc: LibcKind | null;
  /** Every policy that could apply, oldest first, `linux_*` last. Empty without a verdict. */
  readonly ladder: readonly LadderStep[];
  /** The policies of the ladder. */
  readonly policies: readonly Policy[];
  readonly withoutFile: readonly WithoutFile[];
  /** The ladder's policies, ready for questions about single libraries; null without a verdict. */
  readonly table: PolicyTable | null;
}

/** `purelibToo`: what auditwheel would say if it did not refuse native code in a purelib folder. */
export function judge(facts: WheelFacts, knowledge: Knowledge, purelibToo = false): Judgement {
  const selection = selectFiles(facts, knowledge, purelibToo);
  if ("reason" in selection) return refused(selection);
  const { accepted, architecture } = selection;
  const top = topLevel(accepted);
  const nameless = top.filter(({ elf }) => isaLevelOf(elf) === "unknown");
  if (nameless.length > 0) {
    const paths = nameless.map(({ library }) => library.path);
    return refused(refusal("isa-unknown", paths, architecture));
  }

  const libc = libcJudged(selection);
  const table = new PolicyTable(policiesOfLadder(selection, libc, knowledge), architecture);
  const blocks = {
    versions: versionBlocks(accepted, table),
    libraries: libraryBlocks(selection, top, table),
    symbols: symbolBlocks(top, table),
    isa: isaBlocks(top, table),
    python: pythonBlocks(accepted, table),
  };
  if (selection.index.budget.left <= 0) return refused(refusal("too-entangled", [], architecture));
  const verdict = verdictOf(selection, table, blocks);
  const claims = facts.name?.platformTags ?? [];
  const ladder = ladderOf(table, Object.values(blocks).flat(), architecture, claims, verdict.overallTag);
  return {
    verdict,
    architecture,
    libc,
    ladder,
    policies: table.policies.map(({ policy }) => policy),
    withoutFile: accepted.length > 1 ? withoutEachFile(ladder) : [],
    table,
  };
}

function refused({ reason, sentence, files, architecture }: Refusal): Judgement {
  const verdict = { kind: "refused", reason, sentence, files } as const;
  return { verdict, architecture, libc: null, ladder: [], policies: [], withoutFile: [], table: null };
}

/** Where auditwheel would take its machine's libc, the reader's own evidence (version needs, notes) counts first. */
function libcJudged({ libc, libcAssumed, accepted }: Selection): LibcKind {
  if (libcAssumed) return accepted.find(({ elf }) => elf.libc !== "none")?.elf.libc ?? "none";
  return libc === "android" ? "bionic" : libc;
}

/** auditwheel's policies; for musl the older ones too, and for files that need no libc those of both families. */
function policiesOfLadder(
  selection: Selection,
  libc: LibcKind,
  knowledge: Knowledge,
): readonly AppliedPolicy[] {
  const { architecture, policies } = selection;
  if (selection.libc === "musl") return policiesFor(knowledge, "musl", architecture);
  return libc === "none" ? [...policies, ...policiesFor(knowledge, "musl", architecture)] : policies;
}

/**
 * The oldest policy a library fits by itself: its versions, the libraries it needs that the wheel does not hold, and the symbols
 * it takes. Null if it fits none, or is not of the architecture judged.
 */
export function fitsAlone(library: LibraryFacts, facts: WheelFacts, judgement: Judgement): string | null {
  const { elf } = library;
  const { table, architecture, libc } = judgement;
  if (elf === null || table === null || architectureOf(elf) !== architecture) return null;
  const { byName } = indexWheel(facts);
  const own: Accepted = { library, elf, extension: null };
  const blocks = [...versionBlocks([own], table), ...symbolBlocks([own], table), ...isaBlocks([own], table)];
  let refusing: PolicyMask = blocks.reduce((mask, block) => mask | block.mask, 0);
  for (const name of elf.needed) {
    const answered = isLoaderName(name) || byName.has(name) || (libc === "bionic" && LIBPYTHON.test(name));
    if (!answered) refusing |= table.refusingLibrary(name);
  }
  return table.policies.find((_, position) => (refusing & (1 << position)) === 0)?.tag ?? null;
}
