import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      archive: {
        problems: [
          { kind: "archive-comment", path: null, detail: "12 bytes" },
          { kind: "duplicate-name", path: "pkg/a.py", detail: null },
        ],
        problemCount: 2,
      },
    }),
    sentence:
      "The archive is unusual: two entries have the same name, and tools differ on which one counts, and 1 more oddity; PyPI refuses such a file.",
    evidence: {
      in: "pkg/a.py",
      note: "two entries have the same name, and tools differ on which one counts",
    },
    total: 2,
  },
];
