import { plainExtension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheel({ tags: "manylinux_2_17_x86_64-cu130", libraries: [plainExtension()] }),
    sentence:
      "The label cu130 after the platform tag makes this a wheel variant (PEP 825, a draft): installers that do not know variants refuse the name, on every system.",
  },
];
