import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A module asks for a function that musl’s C library got in a later release than the one that the wheel’s tag promises.",
  whyItBreaks:
    "musl has no symbol versions. A name that is not there ends the import with “Error relocating …: symbol not found”. musllinux_1_2 promises musl 1.2.0 or newer, pip installs the wheel on all of those, and auditwheel does not look at names.",
  howToFix: [
    "Build in a musllinux image of the release that the tag names: its musl has no newer names, and configure scripts then find what is there.",
    "If the build needs a newer function, give it another way for older systems.",
  ],
  seeYourself: [
    { command: "nm -D --undefined-only FILE.so", shows: "All names that the file asks for." },
    { command: "ldd --version", shows: "On Alpine: the release of musl." },
  ],
  sources: [
    SOURCES.pep656,
    { title: "musl: release history", address: "https://musl.libc.org/releases.html" },
  ],
  background: ["musllinux", "loading-libraries"],
};
