/**
 * `RECORD`: the wheel's own list of its files (binary distribution format, "The RECORD file"; recorded installed projects,
 * "The RECORD File"), read as CSV and held against the archive. auditwheel sees only the files listed here.
 */
import type { RecordProblem } from "../../facts/model.ts";
import { limits } from "../limits.ts";
import { Pace } from "../pace.ts";

export interface RecordRow {
  /** With `/` as separator. */
  readonly path: string;
  /** `algorithm=digest`, the digest in URL-safe base64 without padding; null: none. */
  readonly hash: string | null;
  readonly sizeBytes: number | null;
}

export interface ParsedRecord {
  readonly rows: readonly RecordRow[];
  /** Lines (from 1) that are not a path, a hash and a size. Their path, if any, is still in `rows`. */
  readonly malformed: readonly number[];
}

const ROWS_BETWEEN_RESTS = 1024;

export async function parseRecord(text: string): Promise<ParsedRecord> {
  const pace = new Pace();
  const rows: RecordRow[] = [];
  const malformed: number[] = [];
  let start = text.startsWith("\ufeff") ? 1 : 0;
  let lineNumber = 1;
  while (start < text.length) {
    const { cells, end, lines } = readCsvRow(text, start);
    start = end;
    const [path = "", hash = "", size = ""] = cells;
    if (path !== "") {
      rows.push({
        path: path.replaceAll("\\", "/"),
        hash: hash === "" ? null : hash,
        sizeBytes: /^\d{1,15}$/.test(size) ? Number(size) : null,
      });
    }
    const blank = cells.length === 1 && path === "";
    const wellFormed =
      path !== "" && cells.length === 3 && /^\d{0,15}$/.test(size) && /^$|^[^=]+=[\w-]+=*$/.test(hash);
    if (!blank && !wellFormed) malformed.push(lineNumber);
    lineNumber += lines;
    if (rows.length % ROWS_BETWEEN_RESTS === 0) await pace.rest();
  }
  return { rows, malformed };
}

interface CsvRow {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  readonly lines: number;
}

/** One row as Python's csv module reads it: fields may be quoted, a quote inside is doubled. */
function readCsvRow(text: string, start: number): CsvRow {
  const newline = text.indexOf("\n", start);
  const lineEnd = newline === -1 ? text.length : newline;
  const line = text.slice(start, lineEnd).replace(/\r$/, "");
  if (!line.includes('"')) return { cells: line.split(","), end: lineEnd + 1, lines: 1 };

  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let lines = 1;
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === "\n") lines += 1;
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === ",") {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") break;
    else if (char !== "\r") cell += char;
  }
  cells.push(cell);
  return { cells, end: at + 1, lines };
}

/** Files that `RECORD` need not list. */
const UNLISTED = ["RECORD", "RECORD.jws", "RECORD.p7s"];

export interface RecordComparison {
  readonly problems: readonly RecordProblem[];
  /** All of them; `problems` keeps only the first. */
  readonly problemCount: number;
}

/**
 * Holds `RECORD` against the archive. `sizes`: inflated size of each file; `differingHashes`: paths of which the digest has been
 * computed and is another.
 */
export function compareRecord(
  record: ParsedRecord,
  directory: string,
  sizes: ReadonlyMap<string, number>,
  differingHashes: readonly string[],
): RecordComparison {
  const problems: RecordProblem[] = [];
  let problemCount = 0;
  const add = (problem: RecordProblem): void => {
    problemCount += 1;
    if (problems.length < limits.recordProblems) problems.push(problem);
  };
  for (const line of record.malformed) add({ kind: "malformed-row", line });
  const listed = new Set<string>();
  for (const { path, sizeBytes } of record.rows) {
    if (listed.has(path)) continue;
    listed.add(path);
    const actual = sizes.get(path);
    if (actual === undefined) add({ kind: "missing-file", path });
    else if (sizeBytes !== null && sizeBytes !== actual) {
      add({ kind: "size-differs", path, recorded: sizeBytes, actual });
    }
  }
  for (const path of differingHashes) add({ kind: "hash-differs", path });
  const exempt = new Set(UNLISTED.map((name) => `${directory}/${name}`));
  for (const path of sizes.keys()) {
    if (!listed.has(path) && !exempt.has(path)) add({ kind: "unlisted-file", path });
  }
  return { problems, problemCount };
}

/** The SHA-256 a row states, in hex; null if it states none. Some tools write hex where base64 is asked for. */
export function recordedSha256(row: RecordRow): string | null {
  const digest = /^sha256=([\w-]+)=*$/.exec(row.hash ?? "")?.[1];
  if (digest === undefined) return null;
  if (/^[0-9a-f]{64}$/i.test(digest)) return digest.toLowerCase();
  try {
    const bytes = atob(digest.replaceAll("-", "+").replaceAll("_", "/"));
    return Array.from(bytes, (char) => char.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  } catch {
    return null;
  }
}
