/**
 * The environments into which installers put a wheel, as markers see them: one for each architecture and
 * Python that its tags (PEP 425, PEP 600, PEP 656, PEP 738) and `Requires-Python` let in.
 */
import { baseArchitecture, parseClaimTag, type ClaimTag } from "../../facts/names/claim-tag.ts";
import type { MarkerEnvironment } from "../../facts/names/marker-value.ts";
import type { WheelFacts } from "../../facts/model.ts";
import { versionTest, type VersionOperator } from "../../facts/names/pep440.ts";

const LINUX: MarkerEnvironment = { os_name: "posix", sys_platform: "linux", platform_system: "Linux" };
const ANDROID: MarkerEnvironment = { ...LINUX, sys_platform: "android", platform_system: "Android" };

/** What `uname -m` may say where code of the architecture runs: 32-bit code also on 64-bit kernels. */
const MACHINES: Readonly<Record<string, readonly string[]>> = {
  i686: ["i686", "x86_64"],
  armv7l: ["armv7l", "armv8l", "aarch64"],
};

/** More are treated as unknown; no real wheel has that many. */
const MOST_SYSTEMS = 8;
const MOST_PYTHONS = 100;

/**
 * Never empty. What is not known is absent: kernel, patch level, extras; the machine where neither tags nor
 * libraries tell it, the Python where the tags do not. A wheel for other systems than Linux and Android is
 * taken as if it were installed on Linux.
 */
export function environmentsOf(facts: WheelFacts): readonly MarkerEnvironment[] {
  return systemsOf(facts).flatMap((system) =>
    pythonsOf(facts).map((python) => ({
      ...system,
      ...python,
      // As Python 2 calls it.
      ...(python.python_version?.startsWith("2.") && { sys_platform: "linux2" }),
    })),
  );
}

function systemsOf(facts: WheelFacts): readonly MarkerEnvironment[] {
  const tags = (facts.name?.platformTags ?? []).map(parseClaimTag);
  const systems = distinct(tags.flatMap(systemsOfTag));
  if (systems.length > 0) return limited(systems, MOST_SYSTEMS, LINUX);
  const built = facts.libraries.flatMap(({ elf }) => (elf === null ? [] : [elf.architecture]));
  const machines = [...new Set(built)].flatMap(machinesOf);
  return limited(
    distinct(machines.map((machine) => ({ ...LINUX, platform_machine: machine }))),
    MOST_SYSTEMS,
    LINUX,
  );
}

function systemsOfTag(tag: ClaimTag): MarkerEnvironment[] {
  if (!("architecture" in tag)) return [];
  const system = tag.platform === "android" ? ANDROID : LINUX;
  return machinesOf(baseArchitecture(tag.architecture)).map((machine) => ({
    ...system,
    platform_machine: machine,
  }));
}

function machinesOf(architecture: string): readonly string[] {
  return (Object.hasOwn(MACHINES, architecture) ? MACHINES[architecture] : undefined) ?? [architecture];
}

function pythonsOf(facts: WheelFacts): readonly MarkerEnvironment[] {
  const pythonTags = facts.name?.pythonTags ?? [];
  const abiTags = facts.name?.abiTags ?? [];
  const isStable = abiTags.includes("abi3") || abiTags.includes("abi3t");
  const pythons = distinct(pythonTags.flatMap((tag) => pythonsOfTag(tag, isStable)));
  const wanted = versionsWanted(facts.distInfo?.requiresPython ?? null);
  const fitting = pythons.filter(({ python_version: version }) => version === undefined || wanted(version));
  // A wheel that no Python may install says nothing by its Requires-Python.
  return limited(fitting.length > 0 ? fitting : pythons, MOST_PYTHONS, {});
}

const IMPLEMENTATIONS: Readonly<Record<string, MarkerEnvironment>> = {
  cp: { implementation_name: "cpython", platform_python_implementation: "CPython" },
  pp: { implementation_name: "pypy", platform_python_implementation: "PyPy" },
  graalpy: { implementation_name: "graalpy", platform_python_implementation: "GraalVM" },
  py: {},
};

/** The last Python 2, and a Python 3 so far away that no marker names a later one. */
const LAST_MINOR: Readonly<Record<string, number>> = { "2": 7, "3": 30 };

/**
 * `cp312` is that Python alone, but with a stable ABI also each later one; `py38` is 3.8 and later, `py3`
 * each Python 3.
 */
function pythonsOfTag(tag: string, isStable: boolean): readonly MarkerEnvironment[] {
  const [, letters = "", major = "", minor = ""] = /^([a-z]+)([23])(\d{0,2})$/.exec(tag) ?? [];
  const implementation = Object.hasOwn(IMPLEMENTATIONS, letters) ? IMPLEMENTATIONS[letters] : undefined;
  if (implementation === undefined) return [{}];
  const isOpen = letters === "py" || minor === "" || (letters === "cp" && isStable);
  const first = Number(minor);
  const last = isOpen ? Math.max(first, LAST_MINOR[major] ?? 0) : first;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    ...implementation,
    python_version: `${major}.${String(first + index)}`,
  }));
}

/**
 * Whether some release of a Python such as `3.8` fulfils `Requires-Python`. What cannot be read there lets
 * all in.
 */
function versionsWanted(requires: string | null): (minor: string) => boolean {
  const tests = (requires ?? "").split(",", 50).flatMap((clause) => {
    const [, operator, version = ""] = /^\s*(===|[=~!<>]=|[<>])(.*)$/.exec(clause) ?? [];
    return operator === undefined ? [] : (versionTest(operator as VersionOperator, version) ?? []);
  });
  return (minor) => PATCHES.some((patch) => tests.every((test) => test(`${minor}.${String(patch)}`)));
}

/** No Python 3 has had more than 25 patch releases. */
const PATCHES = Array.from({ length: 40 }, (_, patch) => patch);

function limited<T>(values: readonly T[], most: number, otherwise: T): readonly T[] {
  return values.length === 0 || values.length > most ? [otherwise] : values;
}

function distinct(environments: readonly MarkerEnvironment[]): readonly MarkerEnvironment[] {
  return [...new Map(environments.map((each) => [JSON.stringify(each), each])).values()];
}
