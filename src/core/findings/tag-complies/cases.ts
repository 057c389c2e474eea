import { plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "good",
    facts: wheel({ libraries: [plainExtension()] }),
    sentence: "Everything the wheel needs from the system is promised by manylinux_2_17_x86_64.",
  },
];
