/**
 * Policies made ready for one C library and architecture. A set of policies is a bit mask (bit 0 the oldest), so that every
 * question "which policies refuse this?" is answered once per version, library or symbol, however many files ask it.
 */
import type { Knowledge, Policy } from "./knowledge.ts";
import type { Architecture } from "../../facts/model.ts";

/** A set of policies of one `PolicyTable`: bit *n* stands for `policies[n]`. */
export type PolicyMask = number;

/** A policy under the tag it has for one architecture. */
export interface AppliedPolicy {
  readonly policy: Policy;
  /** e.g. `manylinux_2_17_x86_64`. */
  readonly tag: string;
  /** e.g. `manylinux2014_x86_64`. */
  readonly aliases: readonly string[];
}

/**
 * All policies of a libc that know the architecture, oldest first. For musl, `libc.so` in a list stands for the name of musl's
 * library on this architecture. Android's policies are returned under the plain policy name (see `androidPolicy`).
 */
export function policiesFor(
  knowledge: Knowledge,
  libc: Policy["libc"],
  architecture: Architecture,
): AppliedPolicy[] {
  return knowledge.policies
    .filter((policy) => policy.libc === libc && policy.architectures.includes(architecture))
    .sort((a, b) => b.priority - a.priority)
    .map((policy) => ({
      policy: libc === "musl" ? withMuslSoname(policy, knowledge.muslSonames[architecture]) : policy,
      tag: `${policy.name}_${libc === "android" ? androidAbi(architecture) : architecture}`,
      aliases: policy.aliases.map((alias) => `${alias}_${architecture}`),
    }));
}

/** Android spells the architecture its own way in tags (PEP 738). */
function androidAbi(architecture: Architecture): string {
  return architecture === "aarch64" ? "arm64_v8a" : architecture;
}

function withMuslSoname(policy: Policy, soname: string | undefined): Policy {
  if (soname === undefined) return policy;
  return { ...policy, libraries: policy.libraries.map((name) => (name === "libc.so" ? soname : name)) };
}

/** Which of its policies refuse what; answers are remembered. At most 30 policies. */
export class PolicyTable {
  /** Every policy. */
  readonly all: PolicyMask;
  readonly #rules: readonly Rules[];
  readonly #versions = new Map<string, PolicyMask>();
  readonly #libraries = new Map<string, PolicyMask>();

  constructor(
    readonly policies: readonly AppliedPolicy[],
    architecture: Architecture,
  ) {
    this.all = 2 ** policies.length - 1;
    this.#rules = policies.map(({ policy }) => rulesOf(policy, architecture));
  }

  /** Policies that judge the version's prefix and do not list the version. */
  refusingVersion(version: string): PolicyMask {
    return remembered(this.#versions, version, () => {
      const cut = version.indexOf("_");
      const prefix = cut < 0 ? version : version.slice(0, cut);
      return this.#collect(({ versions }) => versions.get(prefix)?.has(version) === false);
    });
  }

  /** Policies that do not have the library on every system. */
  refusingLibrary(name: string): PolicyMask {
    return remembered(this.#libraries, name, () => this.#collect(({ libraries }) => !libraries.has(name)));
  }

  /** Policies that forbid taking this symbol from that library. */
  forbidding(library: string, symbol: string): PolicyMask {
    return this.#collect(({ forbidden }) => forbidden.get(library)?.has(symbol) === true);
  }

  #collect(refuses: (rules: Rules) => boolean): PolicyMask {
    let mask = 0;
    this.#rules.forEach((rules, position) => {
      if (refuses(rules)) mask |= 1 << position;
    });
    return mask;
  }
}

/** A policy's lists as sets. Maps, since the keys that are looked up come from the wheel (`__proto__`). */
interface Rules {
  /** Prefix → full version names, e.g. `GLIBC` → `GLIBC_2.17`. */
  readonly versions: ReadonlyMap<string, ReadonlySet<string>>;
  readonly libraries: ReadonlySet<string>;
  readonly forbidden: ReadonlyMap<string, ReadonlySet<string>>;
}

function rulesOf(policy: Policy, architecture: Architecture): Rules {
  const versions = Object.entries(policy.symbolVersions[architecture] ?? {});
  return {
    versions: new Map(
      versions.map(([prefix, list]) => [prefix, new Set(list.map((each) => `${prefix}_${each}`))]),
    ),
    libraries: new Set(policy.libraries),
    forbidden: new Map(
      Object.entries(policy.forbiddenSymbols).map(([library, symbols]) => [library, new Set(symbols)]),
    ),
  };
}

function remembered(map: Map<string, PolicyMask>, key: string, compute: () => PolicyMask): PolicyMask {
  let mask = map.get(key);
  if (mask === undefined) {
    mask = compute();
    map.set(key, mask);
  }
  return mask;
}
