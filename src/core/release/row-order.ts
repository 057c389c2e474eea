/** The order of wheels in a release: by Python tag, system, architecture, C library, file name. */
import { compareNumbers } from "../../facts/names/version-name.ts";
import { compareText } from "../order.ts";
import type { ReleaseRow } from "./release.ts";

export const sortRows = (rows: readonly ReleaseRow[]): ReleaseRow[] => [...rows].sort(compareRows);

function compareRows(a: ReleaseRow, b: ReleaseRow): number {
  return (
    comparePythons(a.python, b.python) ||
    systemRank(a) - systemRank(b) ||
    compareText(a.system ?? "", b.system ?? "") ||
    compareArchitectures(a.architecture ?? "", b.architecture ?? "") ||
    libcRank(a) - libcRank(b) ||
    compareText(a.fileName, b.fileName) ||
    a.index - b.index
  );
}

/** The two that nearly every release has stand first. */
export function compareArchitectures(a: string, b: string): number {
  const rank = (architecture: string): number => {
    const place = ["x86_64", "aarch64"].indexOf(architecture);
    return place < 0 ? 2 : place;
  };
  return rank(a) - rank(b) || compareText(a, b);
}

/** `cp38-abi3` before `cp310`, `cp313` before `cp313t`: the digits after the first are the minor version. */
export function comparePythons(a: string, b: string): number {
  const [left, right] = [takeApart(a), takeApart(b)];
  return (
    compareText(left.implementation, right.implementation) ||
    compareNumbers(left.numbers, right.numbers) ||
    compareText(a, b)
  );
}

function takeApart(python: string): { implementation: string; numbers: readonly number[] } {
  const [, implementation = "", major, minor] = /^([a-z]*)(\d)?(\d{1,4})?/i.exec(python) ?? [];
  const numbers = [major, minor].flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));
  return { implementation, numbers };
}

const systemRank = ({ system }: ReleaseRow): number => (system === "Linux" ? 0 : 1);

function libcRank({ libc }: ReleaseRow): number {
  return libc === null ? 4 : ["glibc", "musl", "bionic", "none"].indexOf(libc);
}
