/** Files of the dist-info directory that pip reads and we do not: packed with bzip2 or LZMA, for which there is no decoder here. */
import type { WheelFacts } from "../facts/model.ts";

/** Whether one of them is there and was not read; `archive-anomaly` says so, and nothing else may speak of what it holds or lacks. */
export function isUnread(
  { archive, distInfo, distInfoDirectories }: WheelFacts,
  file: "METADATA" | "WHEEL" | "RECORD",
): boolean {
  const directory = distInfo?.directory ?? distInfoDirectories[0] ?? "";
  return archive.problems.some(
    ({ kind, path }) => kind === "foreign-compression" && path === `${directory}/${file}`,
  );
}
