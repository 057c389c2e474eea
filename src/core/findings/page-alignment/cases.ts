import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({
      tags: "manylinux_2_17_aarch64",
      libraries: [
        extension("pkg/_x.so", {
          architecture: "aarch64",
          machine: 183,
          loadAlignment: 65536,
          smallestLoadAlignment: 4096,
        }),
      ],
    }),
    sentence:
      "pkg/_x.so is aligned for pages of 4 KiB and does not load where the kernel has pages of 16 KiB (Raspberry Pi 5, Asahi Linux) " +
      "or 64 KiB (RHEL 8, 64k kernels of RHEL 9 and Ubuntu).",
    evidence: { in: "pkg/_x.so", note: "segments aligned to 4 KiB" },
  },
];
