/**
 * The published JSON document, report version 1. Names are auditwheel's where both mean the same, so scripts move over. Within
 * version 1 keys may be added (`added`, at the end of their object), never removed, renamed or given another type.
 */
import {
  about,
  added,
  constant,
  count,
  flag,
  listOf,
  named,
  object,
  oneOf,
  optional,
  orNull,
  text,
  writtenAs,
  type Of,
} from "../describe.ts";
import { acceleratorsJson, acceleratorsShape } from "./accelerators-json.ts";
import { auditwheelFields, auditwheelKeys } from "./auditwheel-json.ts";
import { factsShape } from "./facts-shape.ts";
import { findingJson, findingShape } from "./finding-json.ts";
import { wheelGpuJson, wheelGpuShape } from "./gpu-json.ts";
import { libraryJson, libraryShape } from "./library-json.ts";
import { policyFields, policyKeys } from "./policy-json.ts";
import { wheelPythonJson, wheelPythonShape } from "./python-json.ts";
import { systemJson, systemShape } from "./system-json.ts";
import { wheelFields, wheelKeys } from "./wheel-json.ts";
import { factsJson } from "../link/facts-json.ts";
import type { Payload } from "../link/payload.ts";
import type { Dropped } from "../link/shared-report.ts";
import { schemaAddress } from "../schema-address.ts";
import type { Tool } from "../tool.ts";
import { errorText } from "../../core/error-text.ts";
import type { Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { OUTCOMES } from "../../core/verdict/outcome.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import type { LibraryFacts } from "../../facts/model.ts";
import { LIBC_KINDS } from "../../facts/reader-lists.ts";

export const REPORT_VERSION = 1;

const toolShape = named("tool", "What made this document.", {
  name: text("Name of the program."),
  version: text("Its version."),
  policies: orNull(text("ISO date of the policies used; null in an error document.")),
});

const head = {
  $schema: added(text("Address of the schema that describes this document.")),
  version: constant(
    "Version of this document's form. Keys may be added within a version; none is removed, renamed or given another type.",
    REPORT_VERSION,
  ),
  wheel: text("File name without directory."),
};

/** What both shapes of a judged file have. */
const verdictFields = {
  outcome: oneOf("The verdict in a word.", OUTCOMES),
  headline: text("The verdict in one sentence."),
  second: text("A second sentence that is good to know; may be empty."),
  claimed_tags: listOf("Platform tags of the file name, in its order.", text("A platform tag.")),
  complies: orNull(
    flag("Whether every Linux tag claimed is met; null if nothing is claimed or no answer can be given."),
  ),
  findings: listOf("What was found, worst first.", findingShape),
};

const fileFields = {
  size: count("Size of the file in bytes."),
  sha256: orNull(text("SHA-256 of the file in hex; null if it was not computed.", "^[0-9a-f]{64}$")),
  tool: toolShape,
  facts: writtenAs<Payload>()(factsShape),
};

const unreadableShape = object("A file without facts.", {
  path: text("Path in the wheel."),
  error: text("Error id."),
  message: text("What happened."),
  advice: added(text("What to do about it.")),
  size: added(count("Size in bytes, unpacked.")),
  in_record: added(flag("RECORD lists it.")),
});

export const platformShape = named("platform", "A wheel or library with native files.", {
  ...head,
  pure: constant("Always false in this shape: there are native files.", false),
  ...auditwheelFields,
  ...verdictFields,
  best_tag: orNull(
    text("The best tag the wheel could honestly carry by the policies known; null if there is none."),
  ),
  glibc_floor: orNull(
    text("The glibc release needed exactly, e.g. 2.29; null for musl and Android, or if none is needed."),
  ),
  architecture: orNull(text("The architecture judged; null if unknown.")),
  libc: orNull(oneOf("The C library judged; null if unknown.", LIBC_KINDS)),
  libraries: listOf("The native files that could be read, in RECORD order.", libraryShape),
  unreadable: listOf("The native files that could not be read.", unreadableShape),
  gpu: about("GPU code; null if there is none.", orNull(wheelGpuShape)),
  accelerators: about(
    "Libraries of GPU toolkits; null if the wheel neither needs, contains nor mentions any.",
    orNull(acceleratorsShape),
  ),
  python: about("Python's ABI; null if no library uses Python's names.", orNull(wheelPythonShape)),
  systems: listOf(
    "Distributions and images, those of the wheel's C library first. Empty if there is nothing to judge.",
    systemShape,
  ),
  floor: optional(about("Present if --floor was given: whether the wheel runs on that system.", systemShape)),
  ...fileFields,
  ...wheelFields,
  ...policyFields,
});

export const pureShape = named("pure", "A wheel without native files.", {
  ...head,
  pure: constant("Always true in this shape: there is no native file.", true),
  ...verdictFields,
  ...fileFields,
  ...wheelFields,
});

export const errorShape = named("error", "A file that could not be inspected.", {
  ...head,
  error: text("What happened, in one sentence."),
  error_id: text("Error id; wheelscope explain says more about it."),
  error_path: orNull(text("Entry of the archive concerned.")),
  error_detail: orNull(text("A figure or a table's name.")),
  tool: toolShape,
  error_advice: added(text("What to do about it.")),
  error_offset: added(orNull(count("Byte of the file or entry where it went wrong."))),
});

export type PlatformJson = Of<typeof platformShape>;
export type PureJson = Of<typeof pureShape>;
export type ErrorJson = Of<typeof errorShape>;
export type ReportDocument = PlatformJson | PureJson | ErrorJson;

/** `dropped`: what the link or document that the report came with had left out. */
export function reportJson(
  report: Report,
  tool: Tool,
  dropped: readonly Dropped[] = [],
): PlatformJson | PureJson {
  const { facts, verdict } = report;
  const start = { $schema: schemaAddress, version: REPORT_VERSION, wheel: facts.fileName } as const;
  const judged = {
    outcome: verdict.outcome,
    headline: plainText(verdict.headline),
    second: plainText(verdict.second),
    claimed_tags: verdict.claimed,
    complies: keepsClaim(verdict),
    findings: report.findings.map(findingJson),
  };
  const end = {
    size: facts.sizeBytes,
    sha256: facts.sha256,
    tool: { name: tool.name, version: tool.version, policies: report.policyDate },
    facts: factsJson(report, tool, dropped),
    ...wheelKeys(facts),
  };
  if (facts.libraries.length === 0) return { ...start, pure: true, ...judged, ...end };
  return {
    ...start,
    pure: false,
    ...auditwheelKeys(report),
    ...judged,
    best_tag: verdict.bestTag,
    glibc_floor: verdict.glibcFloor,
    architecture: report.architecture,
    libc: report.libc,
    libraries: report.libraries.flatMap((library) =>
      library.facts.elf === null ? [] : [libraryJson(library, library.facts.elf)],
    ),
    unreadable: facts.libraries.flatMap(unreadableJson),
    gpu: wheelGpuJson(report.gpu),
    accelerators: acceleratorsJson(report.accelerators),
    python: wheelPythonJson(report.python),
    systems: report.systems.map(systemJson),
    ...end,
    ...policyKeys(report),
  };
}

/** The document in the place of a report for a file that could not be inspected. */
/** Of a wheel that does not load, the claim is met unless it claims nothing. */
function keepsClaim({ outcome, claimed }: Report["verdict"]): boolean | null {
  if (outcome === "complies") return true;
  if (outcome === "fails") return false;
  const claimsSomething = claimed.some((tag) => !tag.startsWith("linux_"));
  return outcome === "does-not-load" && claimsSomething ? true : null;
}

export function errorJson(wheel: string, error: InspectError, tool: Tool): ErrorJson {
  const { sentence, advice } = errorText(error);
  return {
    $schema: schemaAddress,
    version: REPORT_VERSION,
    wheel,
    error: sentence,
    error_id: error.id,
    error_path: error.path,
    error_detail: error.detail,
    tool: { name: tool.name, version: tool.version, policies: null },
    error_advice: advice,
    error_offset: error.offset,
  };
}

function unreadableJson({ path, error, sizeBytes, inRecord }: LibraryFacts): Of<typeof unreadableShape>[] {
  if (error === null) return [];
  const { sentence, advice } = errorText(error);
  return [{ path, error: error.id, message: sentence, advice, size: sizeBytes, in_record: inRecord }];
}
