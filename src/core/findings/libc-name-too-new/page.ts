import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A module asks for a function that the C library got in a later release than the one that the wheel’s tag promises, and names no version with it.",
  whyItBreaks:
    "musl has no symbol versions, and a file that was not linked with glibc itself asks without them. A name that is not there ends the import: “Error relocating …: symbol not found” with musl, “undefined symbol: …” with glibc. musllinux_1_2 promises musl 1.2.0 or newer, manylinux_2_17 glibc 2.17 or newer; pip installs the wheel on all of those, and auditwheel does not look at names without a version.",
  howToFix: [
    "Build in a musllinux or manylinux image of the release that the tag names: its C library has no newer names, and configure scripts then find what is there.",
    "If the build needs a newer function, give it another way for older systems.",
    "For glibc: link the module with the C library (-lc), so that the linker writes the versions down.",
  ],
  seeYourself: [
    { command: "nm -D --undefined-only FILE.so", shows: "All names that the file asks for." },
    { command: "ldd --version", shows: "The release of the C library, also on Alpine." },
  ],
  sources: [
    SOURCES.pep656,
    { title: "musl: release history", address: "https://musl.libc.org/releases.html" },
  ],
  background: ["musllinux", "loading-libraries"],
};
