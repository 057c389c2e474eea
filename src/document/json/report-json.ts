/**
 * The published JSON document, report version 1 (public/schema/report-1.json describes every key). Names are auditwheel's where
 * both mean the same, so scripts move over. Within version 1 keys may be added, never removed, renamed or given another type.
 */
import { errorText } from "../../core/error-text.ts";
import { acceleratorsJson, wheelGpuJson, type AcceleratorsJson, type WheelGpuJson } from "./gpu-json.ts";
import type { InspectError } from "../../facts/inspect-error.ts";
import { libraryJson, type LibraryJson } from "./library-json.ts";
import { factsJson } from "../link/facts-json.ts";
import type { Payload } from "../link/payload.ts";
import type { Dropped } from "../link/shared-report.ts";
import { systemJson, wheelPythonJson, type SystemJson, type WheelPythonJson } from "./python-json.ts";
import type { AuditwheelVerdict } from "../../core/auditwheel/answer.ts";
import type { Evidence } from "../../core/evidence.ts";
import type { Finding, Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { compareVersionNames } from "../../facts/version-name.ts";

export const REPORT_VERSION = 1;

export interface Tool {
  readonly name: string;
  readonly version: string;
}

interface Head {
  readonly version: typeof REPORT_VERSION;
  /** File name without directory. */
  readonly wheel: string;
}

interface ToolJson extends Tool {
  /** ISO date of the policies used; null in an error document. */
  readonly policies: string | null;
}

/** What both shapes of a judged file have. */
interface JudgedJson extends Head {
  readonly outcome: Report["verdict"]["outcome"];
  readonly headline: string;
  readonly second: string;
  readonly claimed_tags: readonly string[];
  /** Null where there is nothing to comply with or no answer. */
  readonly complies: boolean | null;
  readonly findings: readonly FindingJson[];
  readonly size: number;
  readonly sha256: string | null;
  readonly tool: ToolJson;
  /** What the report was made of, in the form of share links: with it the document can be opened and judged again. */
  readonly facts: Payload;
}

/** No native file. */
export interface PureJson extends JudgedJson {
  readonly pure: true;
}

export interface PlatformJson extends JudgedJson {
  readonly pure: false;
  /** auditwheel's own answer; null where it gives none, and `auditwheel_refusal` says why. */
  readonly overall_tag: string | null;
  readonly sym_tag: string | null;
  readonly pyfpe: boolean;
  readonly ucs2: boolean;
  readonly unsupported_isa: boolean;
  readonly versioned_symbols: Readonly<Record<string, readonly string[]>>;
  readonly external_libs: Readonly<Record<string, null>>;
  readonly policy_upgrades: Readonly<Record<string, UpgradeJson>>;
  readonly auditwheel_refusal: {
    readonly reason: string;
    readonly message: string;
    readonly files: readonly string[];
  } | null;
  readonly best_tag: string | null;
  readonly glibc_floor: string | null;
  readonly architecture: string | null;
  readonly libc: string | null;
  readonly libraries: readonly LibraryJson[];
  readonly unreadable: readonly { readonly path: string; readonly error: string; readonly message: string }[];
  /** Null in these three where nothing in the wheel is of the kind. */
  readonly gpu: WheelGpuJson | null;
  readonly accelerators: AcceleratorsJson | null;
  readonly python: WheelPythonJson | null;
  readonly systems: readonly SystemJson[];
}

export interface UpgradeJson {
  readonly libs_to_eliminate?: readonly string[];
  readonly blacklisted_symbols?: Readonly<Record<string, readonly string[]>>;
  /** Provider → versions that this policy does not allow. */
  readonly versions_to_lower?: Readonly<Record<string, readonly string[]>>;
}

export interface FindingJson {
  readonly id: string;
  readonly severity: string;
  readonly sentence: string;
  readonly advice: readonly string[];
  readonly libraries: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly evidence_total: number;
  /** Where the finding is explained, relative to the address of the page. */
  readonly learn: string;
}

/** The file could not be inspected at all. */
export interface ErrorJson extends Head {
  /** One sentence. */
  readonly error: string;
  readonly error_id: string;
  readonly error_path: string | null;
  readonly error_detail: string | null;
  readonly tool: ToolJson;
}

export type ReportDocument = PlatformJson | PureJson | ErrorJson;

/** `dropped`: what the link or document that the report came with had left out. */
export function reportJson(
  report: Report,
  tool: Tool,
  dropped: readonly Dropped[] = [],
): PlatformJson | PureJson {
  const { facts, verdict } = report;
  const judged = {
    version: REPORT_VERSION,
    wheel: facts.fileName,
  } as const;
  const common = {
    outcome: verdict.outcome,
    headline: plainText(verdict.headline),
    second: plainText(verdict.second),
    claimed_tags: verdict.claimed,
    complies: verdict.outcome === "complies" ? true : verdict.outcome === "fails" ? false : null,
    findings: report.findings.map(findingJson),
  };
  const end = {
    size: facts.sizeBytes,
    sha256: facts.sha256,
    tool: { name: tool.name, version: tool.version, policies: report.policyDate },
    facts: factsJson(report, tool, dropped),
  };
  if (facts.libraries.length === 0) return { ...judged, pure: true, ...common, ...end };
  return {
    ...judged,
    pure: false,
    ...auditwheelFields(report),
    ...common,
    best_tag: verdict.bestTag,
    glibc_floor: verdict.glibcFloor,
    architecture: report.architecture,
    libc: report.libc,
    libraries: report.libraries.filter((library) => library.facts.elf !== null).map(libraryJson),
    unreadable: report.libraries.flatMap(({ facts: { path, error } }) =>
      error === null ? [] : [{ path, error: error.id, message: errorText(error).sentence }],
    ),
    gpu: wheelGpuJson(report.gpu),
    accelerators: acceleratorsJson(report.accelerators),
    python: wheelPythonJson(report.python),
    systems: report.systems.map(systemJson),
    ...end,
  };
}

/** The document in the place of a report for a file that could not be inspected. */
export function errorJson(wheel: string, error: InspectError, tool: Tool): ErrorJson {
  return {
    version: REPORT_VERSION,
    wheel,
    error: errorText(error).sentence,
    error_id: error.id,
    error_path: error.path,
    error_detail: error.detail,
    tool: { name: tool.name, version: tool.version, policies: null },
  };
}

function findingJson(finding: Finding): FindingJson {
  return {
    id: finding.id,
    severity: finding.severity,
    sentence: plainText(finding.sentence),
    advice: finding.advice.map(plainText),
    libraries: finding.libraries,
    evidence: finding.evidence,
    evidence_total: finding.evidenceTotal,
    learn: `#/learn/${finding.id}`,
  };
}

function auditwheelFields(report: Report) {
  const { auditwheel } = report;
  const platform = auditwheel.kind === "platform" ? auditwheel : null;
  return {
    overall_tag: platform?.overallTag ?? null,
    sym_tag: platform?.symTag ?? null,
    pyfpe: platform?.pyfpe ?? false,
    ucs2: platform?.ucs2 ?? false,
    unsupported_isa: platform?.unsupportedIsa ?? false,
    versioned_symbols: platform?.versionedSymbols ?? {},
    external_libs: fromEntries((platform?.externalLibs ?? []).map((name) => [name, null])),
    policy_upgrades: policyUpgrades(report, platform?.policyUpgrades ?? {}),
    auditwheel_refusal:
      auditwheel.kind === "refused"
        ? { reason: auditwheel.reason, message: plainText(auditwheel.sentence), files: auditwheel.files }
        : null,
  };
}

type Upgrades = Extract<AuditwheelVerdict, { kind: "platform" }>["policyUpgrades"];

/** auditwheel's answer, with the versions it leaves out, for every policy that something keeps away; newest first, as it does. */
function policyUpgrades({ ladder }: Report, upgrades: Upgrades): Record<string, UpgradeJson> {
  return fromEntries(
    ladder
      .toReversed()
      .map(({ tag, blockers }): [string, UpgradeJson] => {
        const { libsToEliminate = [], blacklistedSymbols = {} } = Object.hasOwn(upgrades, tag)
          ? (upgrades[tag] ?? {})
          : {};
        const versions = versionsToLower(blockers);
        return [
          tag,
          {
            ...(libsToEliminate.length > 0 && { libs_to_eliminate: libsToEliminate }),
            ...(Object.keys(blacklistedSymbols).length > 0 && { blacklisted_symbols: blacklistedSymbols }),
            ...(Object.keys(versions).length > 0 && { versions_to_lower: versions }),
          },
        ];
      })
      .filter(([, upgrade]) => Object.keys(upgrade).length > 0),
  );
}

function versionsToLower(blockers: Report["ladder"][number]["blockers"]): Record<string, string[]> {
  const versions = new Map<string, Set<string>>();
  for (const blocker of blockers) {
    if (blocker.kind !== "symbol-version") continue;
    const known = versions.get(blocker.from);
    if (known === undefined) versions.set(blocker.from, new Set([blocker.version]));
    else known.add(blocker.version);
  }
  return fromEntries(
    [...versions]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) => [from, [...names].sort(compareVersionNames)]),
  );
}

/** `Object.fromEntries` with the type of the values kept; own keys only, whatever the wheel calls its libraries. */
function fromEntries<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries);
}
