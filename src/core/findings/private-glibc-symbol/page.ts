import { SOURCES, READ_VERSIONS } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "GLIBC_PRIVATE marks the symbols that the parts of glibc share among themselves. They change without notice from one build of glibc to the next.",
  whyItBreaks:
    "The library loads only with the very glibc it was linked against. Elsewhere it fails with “version `GLIBC_PRIVATE' not found” or “undefined symbol”, or crashes.",
  howToFix: [
    "Find out which file of glibc is in the wheel: such symbols are used by parts of glibc itself (libpthread, libresolv, libnss_…) that were bundled by mistake. Remove them; glibc must come whole from the system.",
    "If a static archive of glibc was linked into the library, link to the shared one instead.",
  ],
  seeYourself: [
    READ_VERSIONS,
    {
      command: "nm --dynamic --undefined-only --with-symbol-versions FILE.so | grep GLIBC_PRIVATE",
      shows: "The private symbols in use.",
    },
  ],
  sources: [SOURCES.versioning, SOURCES.pep600],
  background: ["symbol-versions", "glibc-floor"],
};
