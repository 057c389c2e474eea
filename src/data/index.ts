/**
 * Everything Wheelscope knows about platforms, ready for `assess`. The page, the command line and the library import it;
 * core never does.
 */
import type { Knowledge, Policy } from "../core/knowledge/knowledge.ts";
import drivers from "./driver-libraries.json";
import { gpu } from "./gpu.ts";
import { laterNames } from "./libc-names/later-names.ts";
import file from "./policies.json";
import { stableAbi } from "./stable-abi.ts";
import { systemPackages } from "./system-packages.ts";
import { systems } from "./systems.ts";
import { toolchain } from "./toolchain.ts";

/** A policy in policies.json: as `Policy`, but the versions of a prefix are one string, separated by blanks. */
interface StoredPolicy extends Omit<Policy, "symbolVersions"> {
  readonly symbolVersions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

// JSON imports have no literal types; test/data checks what this states.
const stored = file.policies as unknown as readonly StoredPolicy[];

export const knowledge: Knowledge = {
  policyDate: file.date,
  policySource: `${file.source} ${file.release}`,
  policies: stored.map((policy) => ({
    ...policy,
    symbolVersions: mapValues(policy.symbolVersions, (prefixes) =>
      mapValues(prefixes, (versions) => versions.split(" ").filter((version) => version !== "")),
    ),
  })),
  muslSonames: file.muslSonames,
  laterNames,
  systemPackages,
  driverLibraries: drivers.libraries,
  toolchain,
  gpu,
  stableAbi,
  systems,
};

function mapValues<A, B>(object: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
