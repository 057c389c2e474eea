import { wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel(),
    sentence: "The file name claims manylinux_2_17_x86_64, but nothing in the wheel is compiled.",
  },
  // mkl_static.
  {
    severity: "info",
    facts: wheel({ otherNative: [{ kind: "static-archive", count: 20, bytes: 944_000_000 }] }),
    sentence:
      "The file name claims manylinux_2_17_x86_64, and the wheel holds 20 static archives (.a) of 944 MB, but nothing that Linux loads.",
  },
  {
    severity: "warning",
    facts: wheel({
      otherNative: [
        { kind: "dll", count: 1, bytes: 1000 },
        { kind: "exe", count: 2, bytes: 3000 },
      ],
    }),
    sentence:
      "The file name claims manylinux_2_17_x86_64, and the wheel holds 1 Windows library (.dll) of 1.0 kB and 2 Windows programs (.exe) of 3.0 kB, but nothing that Linux loads.",
  },
];
