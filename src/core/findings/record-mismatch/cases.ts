import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({
      record: {
        present: true,
        rowCount: 9,
        problems: [
          { kind: "missing-file", path: "pkg/gone.py" },
          { kind: "size-differs", path: "pkg/a.py", recorded: 10, actual: 12 },
        ],
        problemCount: 7,
      },
    }),
    sentence:
      "RECORD and the archive disagree: pkg/gone.py is listed but not in the archive; 6 more differences besides.",
    evidence: { in: "pkg/gone.py", note: "listed, but not in the archive" },
    total: 7,
  },
  {
    severity: "warning",
    facts: wheel({
      record: {
        present: true,
        rowCount: 9,
        problems: [{ kind: "size-differs", path: "pkg/a.py", recorded: 10, actual: 1 }],
        problemCount: 1,
      },
    }),
    sentence: "RECORD and the archive disagree: pkg/a.py has 1 byte, not 10.",
    evidence: { in: "pkg/a.py", note: "1 byte, listed with 10" },
  },
  {
    severity: "warning",
    facts: wheel({
      record: { present: false, rowCount: 0, problems: [], problemCount: 0 },
      archive: {
        problems: [{ kind: "foreign-compression", path: "pkg-1.0.dist-info/RECORD", detail: "method 12" }],
        problemCount: 1,
      },
    }),
    sentence:
      "RECORD, the list of the wheel’s files, could not be read here: it is packed with bzip2 or LZMA. Whether it lists what the archive holds was not looked at.",
  },
];
