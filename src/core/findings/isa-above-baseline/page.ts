import { SOURCES } from "../../explanations/explanation.ts";
import type { FindingPage } from "../forms.ts";

export const page: FindingPage = {
  whatItIs:
    "The file carries a note of the linker that says: this code needs x86-64-v2, v3 or v4. A tag that ends in x86_64 promises only the first x86-64 processors.",
  whyItBreaks:
    "On an older processor the loader refuses the file with “CPU ISA level is lower than required”, or the program dies with an illegal instruction.",
  howToFix: [
    "Compile for the baseline: remove -march=native, -march=x86-64-v2 and the like, and select faster variants at run time.",
    "Check where the note comes from. On distributions that are built for x86-64-v2 (AlmaLinux 9 and with it the manylinux_2_34 image) the start-up files carry it, and so does everything linked there with -mneeded.",
  ],
  seeYourself: [
    { command: "readelf --notes FILE.so", shows: "A line “x86 ISA needed: x86-64-v2” (or v3, v4)." },
  ],
  sources: [
    { title: "x86-64 psABI, “Program Property”", address: null },
    SOURCES.pep600,
    { title: "pypa/manylinux issue 1725", address: "https://github.com/pypa/manylinux/issues/1725" },
  ],
  background: ["architectures", "manylinux"],
};
