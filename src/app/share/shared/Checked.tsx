/** What holding files against a shared report has shown so far. */
import { formatCount, plural } from "../../../present/units.ts";
import { Disc } from "../../ui/StateMark.tsx";
import type { State } from "../../../present/states.ts";
import type { Wheel } from "../../state/wheel.ts";
import { isVerified, type Check } from "./verify.ts";

type Look = Pick<State, "tone" | "icon">;

const good: Look = { tone: "good", icon: "check" };
const bad: Look = { tone: "bad", icon: "cross" };
const open: Look = { tone: "info", icon: "info" };
const unsure: Look = { tone: "warning", icon: "warning" };

export interface Summary {
  readonly state: Look;
  readonly word: string;
  /** Nothing is left to verify. */
  readonly isDone: boolean;
}

export function summaryOf(checks: readonly Check[]): Summary {
  const verified = checks.filter(isVerified).length;
  if (checks.length > 0 && verified === checks.length) {
    const word =
      checks.length === 1
        ? "Shared report, verified against the file"
        : `Shared report, all ${formatCount(verified)} wheels verified`;
    return { state: good, word, isDone: true };
  }
  const touched = checks.some(({ kind }) => kind === "checked" || kind === "hashing");
  if (!touched) {
    return {
      state: open,
      word: `Shared report, not checked against the ${checks.length > 1 ? "files" : "file"}`,
      isDone: false,
    };
  }
  const looks = checks.map(lookOf);
  const state = looks.includes(bad) ? bad : looks.includes(unsure) ? unsure : open;
  const word =
    checks.length === 1
      ? (wordOf(checks[0]) ?? "Shared report")
      : `Shared report, ${formatCount(verified)} of ${plural(checks.length, "wheel")} verified`;
  return { state, word, isDone: false };
}

function wordOf(check: Check | undefined): string | null {
  if (check?.kind === "hashing") return "Shared report, comparing the file";
  if (check?.kind !== "checked") return null;
  if (check.file === "other") return "Shared report; your file is another one";
  return check.verdict === "same"
    ? "Shared report; your file says the same"
    : "Shared report; your file says otherwise";
}

function lookOf(check: Check): Look {
  if (isVerified(check)) return good;
  if (check.kind !== "checked") return open;
  if (check.file === "other" || check.verdict === "differs") return bad;
  return check.file === "same" || check.verdict === "findings-differ" ? unsure : open;
}

interface CheckedProps {
  readonly wheels: readonly Wheel[];
  readonly checks: readonly Check[];
}

export function Checked({ wheels, checks }: CheckedProps) {
  if (checks.every(({ kind }) => kind === "unchecked" || kind === "reading")) {
    return (
      <p>
        Anybody can write such a report: what stands below is what it says of the{" "}
        {checks.length > 1 ? "files" : "file"}, judged on this device.
      </p>
    );
  }
  const [first] = checks;
  if (checks.length === 1 && first !== undefined) return <p>{sentenceOf(first)}</p>;
  return (
    <ul className="shared-checks">
      {wheels.map((wheel, index) => {
        const check = checks[index];
        if (check === undefined || check.kind === "unchecked") return null;
        return (
          <li key={wheel.id}>
            <Disc state={lookOf(check)} />
            <span>
              <span className="mono">{wheel.file.name}</span>: {sentenceOf(check)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What one file showed, in one or two sentences. */
export function sentenceOf(check: Check): string {
  switch (check.kind) {
    case "unchecked":
      return "Not checked.";
    case "reading":
      return "Being read.";
    case "hashing":
      return `Read; comparing the hash: ${Math.round(100 * check.share)} %.`;
    case "checked":
      return `${fileWords[check.file]} ${verdictWords[check.verdict](check.file)}`;
  }
}

const fileWords = {
  same: "The same file, byte for byte.",
  other: "Another file: its SHA-256 differs from the one that was shared.",
  unknown: "Without a hash to compare, nobody can say whether it is the same file.",
} as const;

const verdictWords = {
  same: () => "It gives the same verdict and the same findings.",
  "findings-differ": () => "It gives the same verdict, but not quite the same findings.",
  differs: (file: "same" | "other" | "unknown") =>
    file === "same"
      ? "Yet it gives another verdict than the link: the report below is the file’s."
      : "It gives another verdict: the report below is your file’s.",
} as const;
