import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "error",
    facts: wheel({ distInfoDirectories: ["pkg-0.9.dist-info", "pkg-1.0.dist-info"] }),
    sentence:
      "The wheel has 2 metadata directories: pkg-0.9.dist-info and pkg-1.0.dist-info. Installers and auditwheel refuse such a wheel.",
    evidence: { in: "pkg-0.9.dist-info" },
    total: 2,
  },
];
