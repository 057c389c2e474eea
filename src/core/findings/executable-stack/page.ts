import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The file asks for a stack whose contents may be executed as code. Hardly any program needs that; mostly an assembler file forgot to say that it does not.",
  whyItBreaks:
    "An executable stack makes attacks easier, so glibc 2.41 no longer switches it on for a library that is loaded later, as every extension module is. The import fails with “cannot enable executable stack as shared object requires”. On x86 and a few others a file without any GNU_STACK header counts as one that asks.",
  howToFix: [
    'Add the line .section .note.GNU-stack,"",@progbits to every hand-written assembler file.',
    "Or link with -Wl,-z,noexecstack, after checking that no nested C functions (a GCC extension) are used as callbacks.",
    "For a finished file: patchelf --clear-execstack FILE.so.",
    "Where only the wheel is at hand: start Python with GLIBC_TUNABLES=glibc.rtld.execstack=2, from glibc 2.42 on. It holds for the whole process.",
  ],
  seeYourself: [
    {
      command: "readelf --program-headers --wide FILE.so | grep GNU_STACK",
      shows: "The flags: RWE is executable, RW is not.",
    },
  ],
  sources: [
    SOURCES.glibcNews,
    { title: "auditwheel issue 634", address: "https://github.com/pypa/auditwheel/issues/634" },
  ],
  background: ["loading-libraries"],
};
