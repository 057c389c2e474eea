import { SOURCES, AUDITWHEEL_SHOW } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The tag asks for a newer system than the contents need: by its symbols and libraries the wheel would also meet an older policy.",
  whyItBreaks:
    "Nothing breaks. But pip does not offer the wheel to users of older systems, on which it would run.",
  howToFix: [
    "If you want those users, tag the wheel accordingly: auditwheel repair without --plat picks the oldest tag that fits.",
    "If you do not want to support or test older systems, leave the tag as it is.",
  ],
  seeYourself: [AUDITWHEEL_SHOW],
  sources: [SOURCES.pep600],
  background: ["manylinux", "glibc-floor"],
};
