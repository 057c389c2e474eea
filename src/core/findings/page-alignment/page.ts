import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "A kernel maps files into memory page by page. On 64-bit ARM, POWER and LoongArch the size of a page is chosen when the kernel is built: 4, 16 or 64 KiB. The segments of a file must be aligned to the largest size on which it is to be loaded; those of this file are not.",
  whyItBreaks:
    "On a kernel with larger pages the loader refuses the file: “ELF load command alignment not page-aligned”. 16 KiB pages are the default of the Raspberry Pi 5, 64 KiB those of RHEL 8 for ARM and of nearly all systems on POWER.",
  howToFix: [
    "Link with -Wl,-z,max-page-size=65536. It is the linkers' default on these architectures, so look for an option or a linker script that sets a smaller one.",
    "If the file was right before auditwheel repair or patchelf: patchelf before 0.12 took the page size of its own machine. Use a newer one, or --page-size 65536.",
    "The alignment of a finished file cannot be raised; it has to be linked again.",
  ],
  seeYourself: [
    {
      command: "readelf --program-headers --wide FILE.so | grep LOAD",
      shows: "The last column: 0x10000 is 64 KiB, 0x1000 is 4 KiB.",
    },
    { command: "getconf PAGESIZE", shows: "The page size of the running kernel." },
  ],
  sources: [
    {
      title: "numpy issue 16677: aarch64 wheel and page size",
      address: "https://github.com/numpy/numpy/issues/16677",
    },
    {
      title: "patchelf pull request 216",
      address: "https://github.com/NixOS/patchelf/pull/216",
    },
    SOURCES.gabi,
  ],
  background: ["architectures", "loading-libraries"],
};
