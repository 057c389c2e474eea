import { library, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "info",
    facts: wheel({
      libraries: [
        library("pkg.libs/libcudart-09529672.so.12.6.77", {
          soname: "libcudart-09529672.so.12.6.77",
          versionDefinitions: ["libcudart.so.12"],
        }),
      ],
    }),
    sentence:
      "pkg.libs/libcudart-09529672.so.12.6.77 is a renamed copy of libcudart.so.12, whose licence lets only unmodified files be passed on.",
    evidence: {
      in: "pkg.libs/libcudart-09529672.so.12.6.77",
      from: "libcudart.so.12",
      note: "grafted under another name",
    },
  },
];
