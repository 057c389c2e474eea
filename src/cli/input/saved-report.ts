/** Reports that were saved as a JSON document (`--json`, or “Download JSON” of the page): read like the wheel itself. */
import { readFile, stat } from "node:fs/promises";
import { inspectError, type Outcome } from "../../facts/inspect-error.ts";
import { openReportJson } from "../../document/link/document.ts";
import { systemReason } from "./inputs.ts";
import type { Found } from "./found.ts";

/** By the name alone: no wheel or library is called so. */
export const isDocument = (path: string): boolean => path.toLowerCase().endsWith(".json");

/** What is larger is refused before it is read; `openReportJson` has the same limit. */
const limit = 32 * 1024 * 1024;

export async function openDocument(path: string): Promise<Outcome<readonly Found[]>> {
  let text: string;
  try {
    if ((await stat(path)).size > limit)
      return { ok: false, error: inspectError("report-unreadable", { detail: "larger than 32 MB" }) };
    text = await readFile(path, "utf8");
  } catch (error) {
    return { ok: false, error: inspectError("read-failed", { detail: systemReason(error) }) };
  }
  const opened = openReportJson(text);
  if (!opened.ok) return opened;
  const { wheels, policyDate, dropped } = opened.value;
  return {
    ok: true,
    value: wheels.map(({ facts, then }) => ({ facts, saved: { path, policyDate, then, dropped } })),
  };
}
