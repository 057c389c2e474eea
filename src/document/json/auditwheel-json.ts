/** What auditwheel answers, under its own names, in the published JSON document. */
import {
  about,
  flag,
  listOf,
  mapOf,
  named,
  nothing,
  object,
  optional,
  orNull,
  text,
  type ObjectOf,
  type Of,
} from "../describe.ts";
import { pathsOf } from "./names-json.ts";
import type { AuditwheelVerdict } from "../../core/auditwheel/answer.ts";
import type { Report } from "../../core/report.ts";
import { plainText } from "../../core/sentence.ts";
import { compareVersionNames } from "../../facts/names/version-name.ts";

const upgradeShape = named(
  "upgrade",
  "What stands between the wheel and a policy; keys without content are absent.",
  {
    libs_to_eliminate: optional(
      listOf("Needed libraries that the policy does not allow.", text("File name.")),
    ),
    blacklisted_symbols: optional(
      mapOf(
        "Library to symbols that the policy forbids to take from it.",
        listOf("Symbols.", text("Symbol name.")),
      ),
    ),
    versions_to_lower: optional(
      mapOf(
        "Provider to symbol versions that the policy does not allow.",
        listOf("Symbol versions.", text("e.g. GLIBC_2.28.")),
      ),
    ),
  },
);
type UpgradeJson = Of<typeof upgradeShape>;

/** Names and meanings are auditwheel's; only `versions_to_lower` and `auditwheel_refusal` are ours. */
export const auditwheelFields = {
  overall_tag: orNull(
    text(
      'The tag auditwheel would give (auditwheel show --json --ldpaths ""); null if it gives no verdict, see auditwheel_refusal.',
    ),
  ),
  sym_tag: orNull(
    text("The tag by symbol versions alone, as auditwheel judges; null if it gives no verdict."),
  ),
  pyfpe: flag("An extension module imports PyFPE symbols."),
  ucs2: flag("An extension module was built for narrow Unicode (Python 2)."),
  unsupported_isa: flag("A top-level file needs a processor above the architecture's baseline."),
  versioned_symbols: mapOf(
    "Provider to the symbol versions that the wheel needs from it.",
    listOf("Symbol versions.", text("e.g. GLIBC_2.17.")),
  ),
  external_libs: mapOf(
    "Needed libraries outside the wheel that the oldest policy does not allow. The values are always null: the machine is never searched.",
    nothing("Always null."),
  ),
  policy_upgrades: mapOf(
    "Policy to what stands between it and the wheel, newest policy first.",
    upgradeShape,
  ),
  auditwheel_refusal: about(
    "Why auditwheel gives no verdict; null if it gives one.",
    orNull(
      object("The refusal.", {
        reason: text("A short name of the reason."),
        message: text("The reason in a sentence."),
        files: pathsOf("Files concerned."),
      }),
    ),
  ),
};

export function auditwheelKeys(report: Report): ObjectOf<typeof auditwheelFields> {
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
