/** From reports to a release: grouped, sorted, set side by side, compared. Pure: the same reports give the same release. */
import { compareText } from "../order.ts";
import { findDifferences } from "./differences.ts";
import { readFamilies } from "./families.ts";
import { readRow } from "./read-row.ts";
import type { Release, ReleaseGroup, ReleaseInput, ReleaseRow } from "./release.ts";
import { sortRows } from "./row-order.ts";
import { normalizeName } from "../../facts/names/project-name.ts";
import { parseWheelName } from "../../facts/names/wheel-name.ts";

export function readRelease(inputs: readonly ReleaseInput[]): Release {
  const groups = new Map<string, Member[]>();
  inputs.forEach((input, index) => {
    const key = releaseKey(fileNameOf(input));
    const member = { input, row: readRow(input, index) };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  });
  // What has no key is no wheel, and comes last.
  const keys = [...groups.keys()].sort((a, b) => Number(a === "") - Number(b === "") || compareText(a, b));
  return { groups: keys.map((key) => readGroup(groups.get(key) ?? [])) };
}

interface Member {
  readonly input: ReleaseInput;
  readonly row: ReleaseRow;
}

const fileNameOf = (input: ReleaseInput): string =>
  input.kind === "report" ? input.report.facts.fileName : input.fileName;

/**
 * Project and version of a wheel's file name as installers compare them: letters without case, `-`, `_` and `.` of a project all the
 * same (the name normalisation of PEP 503). Empty if it is not the name of a wheel.
 */
export function releaseKey(fileName: string): string {
  const name = parseWheelName(fileName);
  if (name === null) return "";
  const project = normalizeName(name.project);
  return `${project} ${name.version.toLowerCase().replace(/^v/, "")}`;
}

function readGroup(members: readonly Member[]): ReleaseGroup {
  const rows = sortRows(members.map(({ row }) => row));
  const [first] = rows;
  const name = first === undefined ? null : parseWheelName(first.fileName);
  const families = readFamilies(
    rows,
    new Map(members.map(({ input, row }) => [row.index, input.kind === "report" ? input.report.ladder : []])),
  );
  return {
    project: name?.project ?? null,
    version: name?.version ?? null,
    rows,
    families,
    differences: name === null ? [] : findDifferences(rows, families),
  };
}
