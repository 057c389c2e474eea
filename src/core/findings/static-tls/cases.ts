import { extension, wheel, type Cases } from "../case.ts";

export const cases: Cases = [
  {
    severity: "warning",
    facts: wheel({ libraries: [extension("pkg/_x.so", { staticTls: true, tlsSize: 40 })] }),
    sentence:
      "pkg/_x.so wants static thread-local storage, of which glibc keeps very little for libraries loaded after the start; " +
      "when others have used it up, the import fails with “cannot allocate memory in static TLS block”.",
    evidence: { in: "pkg/_x.so", note: "DF_STATIC_TLS, 40 bytes" },
  },
];
