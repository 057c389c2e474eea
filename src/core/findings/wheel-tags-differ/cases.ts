import { plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({ libraries: [plainExtension()], distInfo: { tags: ["cp312-cp312-linux_x86_64"] } }),
    sentence:
      "File name and WHEEL do not name the same tags: the file name has cp312-cp312-manylinux_2_17_x86_64, WHEEL cp312-cp312-linux_x86_64.",
    evidence: { note: "only in the file name: cp312-cp312-manylinux_2_17_x86_64" },
    total: 2,
  },
];
