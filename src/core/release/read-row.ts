/** One file of a release as a row: what its report says, without the report. */
import { MAIN_FAMILIES, type MainFamily } from "../../facts/names/version-name.ts";
import { baseArchitecture, parseClaimTag } from "../../facts/names/claim-tag.ts";
import { errorText } from "../error-text.ts";
import type { LinkageMap } from "../verdict/own-blockers.ts";
import type { CxxFlavour } from "../readings/readings.ts";
import type { LadderStep } from "../verdict/blocker.ts";
import type { Report } from "../report.ts";
import type { Severity } from "../severity.ts";
import { say } from "../sentence.ts";
import { systemNeeds } from "../readings/systems/needs.ts";
import { parseWheelName } from "../../facts/names/wheel-name.ts";
import type { WheelName } from "../../facts/model.ts";
import { withoutArchitecture } from "./policy-names.ts";
import type { ReleaseInput, ReleaseMaximum, ReleaseRow } from "./release.ts";

export function readRow(input: ReleaseInput, index: number): ReleaseRow {
  return input.kind === "report" ? judgedRow(input.report, index) : unreadRow(input, index);
}

function judgedRow(report: Report, index: number): ReleaseRow {
  const { facts, verdict, findings } = report;
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, good: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  const named = namedFields(facts.name);
  return {
    index,
    fileName: facts.fileName,
    sizeBytes: facts.sizeBytes,
    ...named,
    system: named.system ?? (report.architecture === null ? null : "Linux"),
    architecture: report.architecture ?? named.architecture,
    libc: report.libc,
    outcome: verdict.outcome,
    headline: verdict.headline,
    bestTag: verdict.bestTag,
    glibcFloor: verdict.glibcFloor,
    maxima: maximaOf(report, index),
    stringAbis: stringAbisOf(report),
    cudaMajors: (report.accelerators?.cudaMajors ?? []).map(({ major }) => major).sort((a, b) => a - b),
    rocm: rocmOf(report),
    counts,
    findings: findings.map(({ id, severity }) => ({ id, severity })),
    error: null,
  };
}

function unreadRow(input: Extract<ReleaseInput, { kind: "unread" }>, index: number): ReleaseRow {
  return {
    index,
    fileName: input.fileName,
    sizeBytes: input.sizeBytes,
    ...namedFields(parseWheelName(input.fileName)),
    libc: null,
    outcome: "unread",
    headline: say`${errorText(input.error).sentence}`,
    bestTag: null,
    glibcFloor: null,
    maxima: [],
    stringAbis: [],
    cudaMajors: [],
    rocm: [],
    counts: { error: 0, warning: 0, info: 0, good: 0 },
    findings: [],
    error: input.error,
  };
}

type Named =
  | "project"
  | "version"
  | "system"
  | "architecture"
  | "pythonTags"
  | "abiTags"
  | "platformTags"
  | "variant"
  | "python";

function namedFields(name: WheelName | null): Pick<ReleaseRow, Named> {
  const platformTags = name?.platformTags ?? [];
  const places = platformTags.map(placeOf);
  return {
    project: name?.project ?? null,
    version: name?.version ?? null,
    system: agreed(places.map(({ system }) => system)),
    architecture: agreed(places.map(({ architecture }) => architecture)),
    pythonTags: name?.pythonTags ?? [],
    abiTags: name?.abiTags ?? [],
    platformTags,
    variant: name?.variant ?? null,
    python: name === null ? "" : pythonWord(name),
  };
}

/** `cp312-cp312` is `cp312`, `cp313-cp313t` is `cp313t`, `py2.py3-none` is `py2.py3`; else both, `cp38-abi3`. */
function pythonWord({ pythonTags, abiTags }: WheelName): string {
  const [python, abi] = [pythonTags.join("."), abiTags.join(".")];
  if (abi === "none") return python;
  return abi.startsWith(python) && pythonTags.length === 1 ? abi : `${python}-${abi}`;
}

function placeOf(tag: string): { system: string | null; architecture: string | null } {
  const parsed = parseClaimTag(tag);
  switch (parsed.platform) {
    case "manylinux":
    case "musllinux":
    case "linux":
      return { system: "Linux", architecture: baseArchitecture(parsed.architecture) };
    case "android":
      return { system: "Android", architecture: baseArchitecture(parsed.architecture) };
    case "any":
      return { system: "any", architecture: null };
    case "foreign":
      return { system: parsed.system, architecture: foreignArchitecture(tag) };
    case "unknown":
      return { system: null, architecture: null };
  }
}

/** As the tags of these systems spell it: `arm64`, `universal2`, `amd64`, `wasm32`. */
function foreignArchitecture(tag: string): string | null {
  if (tag === "win32") return "x86";
  const match = /^(?:macosx_\d+_\d+|win|(?:pyodide|pyemscripten|emscripten|wasi)(?:_\d+)*)_(\w+)$/.exec(tag);
  return match?.[1] ?? /^ios_\d+_\d+_(\w+?)_iphone\w+$/.exec(tag)?.[1] ?? null;
}

/** What all of them say; null if they differ or there are none. */
function agreed(values: readonly (string | null)[]): string | null {
  const distinct = new Set(values);
  const [value = null] = distinct;
  return distinct.size === 1 ? value : null;
}

function maximaOf(report: Report, row: number): ReleaseMaximum[] {
  if (report.architecture === null) return [];
  const linkage: LinkageMap = new Map(report.libraries.map((each) => [each.facts.path, each.linkage]));
  const { byFamily } = systemNeeds(report.facts, linkage, report.architecture);
  return MAIN_FAMILIES.flatMap((family): ReleaseMaximum[] => {
    const [highest] = byFamily.get(family) ?? [];
    if (highest === undefined) return [];
    const { version, numbers, in: library, symbol } = highest;
    const policy = policyWith(report.ladder, family);
    return [{ family, version, number: numbers.join("."), policy, library, symbol, row }];
  });
}

/** The oldest policy that does not refuse a version of the family. */
function policyWith(ladder: readonly LadderStep[], family: MainFamily): string | null {
  const step = ladder.find(
    ({ tag, blockers }) =>
      !tag.startsWith("linux_") &&
      !blockers.some((each) => each.kind === "symbol-version" && each.version.split("_", 1)[0] === family),
  );
  return step === undefined ? null : withoutArchitecture(step.tag);
}

const FLAVOURS: readonly CxxFlavour[] = ["new", "old", "both", "libc++"];

/** A copy of libstdc++ has both ABIs, whatever the code around it was compiled for. */
function stringAbisOf({ libraries }: Report): CxxFlavour[] {
  const found = new Set(
    libraries
      .filter(({ facts }) => !/(?:^|\/)libstdc\+\+[-.][^/]*$/.test(facts.path))
      .flatMap(({ cxx }) => (cxx === null ? [] : [cxx.flavour])),
  );
  return FLAVOURS.filter((flavour) => found.has(flavour));
}

function rocmOf({ gpu, accelerators }: Report): string[] {
  if (gpu !== null && gpu.gfx.length > 0) return [...gpu.gfx].sort();
  const speaks = accelerators?.libraries.some(({ vendor, how }) => vendor === "amd" && how !== "mentioned");
  return speaks === true ? ["ROCm"] : [];
}
