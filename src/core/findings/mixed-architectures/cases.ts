import { library, plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      libraries: [plainExtension(), library("pkg/y.so", { architecture: "aarch64", machine: 183 })],
    }),
    sentence: "pkg/y.so is for aarch64, while the wheel is for x86_64; it was not judged.",
    evidence: { in: "pkg/y.so", note: "aarch64" },
  },
  // Test data of Go.
  {
    severity: "info",
    facts: wheel({
      libraries: [
        plainExtension(),
        library("testdata/arm.obj", { architecture: "machine-40", machine: 40, role: "relocatable-object" }),
        library("testdata/mips.obj", { architecture: "machine-8", machine: 8, role: "relocatable-object" }),
        library("testdata/new.obj", {
          architecture: "machine-999",
          machine: 999,
          role: "relocatable-object",
        }),
      ],
    }),
    sentence:
      "3 native files are for arm, mips and machine 999, while the wheel is for x86_64; they were not judged.",
    evidence: { in: "testdata/arm.obj", note: "arm" },
    total: 3,
  },
];
